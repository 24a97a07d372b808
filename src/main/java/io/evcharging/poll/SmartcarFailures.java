package io.evcharging.poll;

import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.smartcar.SmartcarError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a refusal of the source API means for the caller: the only place that decides it. */
public final class SmartcarFailures {

  private final Clock clock;

  /**
   * Decides by the status, the type and the code.
   *
   * @param clock for a {@code Retry-After} that is a date
   */
  public SmartcarFailures(Clock clock) {
    this.clock = clock;
  }

  /**
   * The failure to throw.
   *
   * @param error the refusal
   * @param retryAfter the header of that name, as it came
   * @return wait where the fault passes by itself, else stop
   */
  public EvChargingException of(SmartcarError error, @Nullable String retryAfter) {
    boolean passing =
        switch (error.status()) {
          case 408, 409, 425, 429 -> true;
          // The vehicle does not have it, and will not: asking again only costs.
          case 501 -> false;
          default -> error.status() >= 500;
        };
    return passing
        ? new WaitAndRetryException(error.toString(), wait(retryAfter), null)
        : new StopAndReportException(error.toString(), null);
  }

  /** RFC 9110: whole seconds, or a date. */
  private @Nullable Duration wait(@Nullable String retryAfter) {
    if (retryAfter == null) {
      return null;
    }
    try {
      return retryAfter.matches("\\d{1,9}")
          ? Duration.ofSeconds(Long.parseLong(retryAfter))
          : until(ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private Duration until(ZonedDateTime date) {
    Duration wait = Duration.between(clock.instant(), date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
