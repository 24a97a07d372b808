package io.evcharging.failure;

import org.jspecify.annotations.Nullable;

/** The request itself is wrong, and was not carried out. */
public final class RefusedException extends EvChargingException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what happened
   * @param cause may be {@code null}
   */
  public RefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
