package io.evcharging.failure;

import org.jspecify.annotations.Nullable;

/** Somebody must act, the owner or the operator, before the same can succeed. */
public final class StopAndReportException extends EvChargingException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what happened
   * @param cause may be {@code null}
   */
  public StopAndReportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
