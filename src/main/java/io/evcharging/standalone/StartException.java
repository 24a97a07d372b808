package io.evcharging.standalone;

import org.jspecify.annotations.Nullable;

/** The program cannot start. The message says the cause and what to do. */
final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  StartException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Something in the way: a port, a folder. One line. */
  StartException(String message, @Nullable Throwable cause) {
    this(EvCharging.FAILED, message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  int exitCode() {
    return exitCode;
  }
}
