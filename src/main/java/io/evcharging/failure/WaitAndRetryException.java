package io.evcharging.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passing fault: the same may succeed later. */
public final class WaitAndRetryException extends EvChargingException {

  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  /**
   * @param message what happened
   * @param retryAfter how long the other side asked to be left alone, {@code null} when it did not
   *     say
   * @param cause may be {@code null}
   */
  public WaitAndRetryException(
      String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * How long the other side asked to be left alone.
   *
   * @return empty when it did not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
