package io.evcharging.failure;

import org.jspecify.annotations.Nullable;

/** The answer cannot be read as what it should be; the next answer may be. */
public final class CannotMapException extends EvChargingException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what happened
   * @param cause may be {@code null}
   */
  public CannotMapException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
