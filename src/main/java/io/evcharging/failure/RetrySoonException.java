package io.evcharging.failure;

import org.jspecify.annotations.Nullable;

/** A passing fault: the same may succeed in a moment. */
public final class RetrySoonException extends EvChargingException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what happened
   * @param cause may be {@code null}
   */
  public RetrySoonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
