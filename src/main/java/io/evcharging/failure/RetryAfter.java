package io.evcharging.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The HTTP header of that name, RFC 9110: whole seconds, or a date. */
public final class RetryAfter {

  /** The header's name. */
  public static final String NAME = "Retry-After";

  /** The header that says when an answer was sent. */
  public static final String SENT = "Date";

  /** What is longer than any number that counts: 31 years. */
  private static final long MOST_SECONDS = 999_999_999;

  private RetryAfter() {}

  /**
   * How long an answer asks to wait.
   *
   * @param answer with the headers as they came
   * @param now for the form with a date
   * @return {@code null} where nothing can be read; never negative
   */
  public static @Nullable Duration of(Message answer, Instant now) {
    return read(text(answer.getHeader(NAME)), text(answer.getHeader(SENT)), now);
  }

  private static @Nullable String text(@Nullable Object header) {
    return header instanceof String text ? text : null;
  }

  /**
   * How long to wait. A date is one of the sender's clock, which may be ahead of ours or behind it:
   * where the sender says what time it is there, the wait is as long as it means, and never shorter
   * than by our own clock.
   *
   * @param header {@value #NAME} as it came, may be {@code null}
   * @param sent {@value #SENT} of the same answer, may be {@code null}
   * @param now for the form with a date
   * @return {@code null} where nothing can be read; never negative
   */
  public static @Nullable Duration read(
      @Nullable String header, @Nullable String sent, Instant now) {
    if (header == null) {
      return null;
    }
    if (header.matches("\\d+")) {
      return Duration.ofSeconds(header.length() > 9 ? MOST_SECONDS : Long.parseLong(header));
    }
    Instant until = date(header);
    if (until == null) {
      return null;
    }
    Instant there = sent == null ? null : date(sent);
    Instant since = there != null && there.isBefore(now) ? there : now;
    Duration wait = Duration.between(since, until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
