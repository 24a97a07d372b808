package io.evcharging.failure;

import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done. The subclass names the caller's next step; the message names no
 * secret, no payload and no place.
 */
public abstract sealed class EvChargingException extends RuntimeException
    permits RetrySoonException,
        WaitAndRetryException,
        StopAndReportException,
        CannotMapException,
        RefusedException {

  private static final long serialVersionUID = 1;

  EvChargingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
