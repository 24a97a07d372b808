package io.evcharging.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The HTTP header of that name, RFC 9110: whole seconds, or a date. */
public final class RetryAfter {

  /** What is longer than any number that counts: 31 years. */
  private static final long MOST_SECONDS = 999_999_999;

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param header as it came, may be {@code null}
   * @param now for the form with a date
   * @return {@code null} where nothing can be read; never negative
   */
  public static @Nullable Duration read(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    try {
      return header.matches("\\d+")
          ? Duration.ofSeconds(header.length() > 9 ? MOST_SECONDS : Long.parseLong(header))
          : until(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME), now);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration until(ZonedDateTime date, Instant now) {
    Duration wait = Duration.between(now, date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
