package io.evcharging.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** The HTTP header of that name, RFC 9110: whole seconds, or a date. */
public final class RetryAfter {

  /** The header's name. */
  public static final String NAME = "Retry-After";

  /** The header that says when an answer was sent. */
  public static final String SENT = "Date";

  /** What is longer than any number that counts: 31 years. */
  private static final long MOST_SECONDS = 999_999_999;

  /** Without a zone, which is UTC, and with a day that is filled up by a space. */
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC);

  private RetryAfter() {}

  /**
   * How long an answer asks to wait.
   *
   * @param answer with the headers as they came
   * @param now for the form with a date
   * @return {@code null} where nothing can be read; never negative
   */
  public static @Nullable Duration of(Message answer, Instant now) {
    String sent = texts(answer.getHeader(SENT)).findFirst().orElse(null);
    return texts(answer.getHeader(NAME))
        .map(header -> read(header, sent, now))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A header that comes more than once is a list: nothing that it asks for is shortened. */
  private static Stream<String> texts(@Nullable Object header) {
    Stream<?> all = header instanceof Collection<?> many ? many.stream() : Stream.of(header);
    return all.filter(String.class::isInstance).map(String.class::cast);
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

  /** Any of the three forms of RFC 9110, 5.6.7. */
  private static @Nullable Instant date(String text) {
    Instant date = DateUtils.parseStandardDate(text);
    return date == null ? asctime(text) : date;
  }

  private static @Nullable Instant asctime(String text) {
    try {
      return ASCTIME.parse(text, Instant::from);
    } catch (DateTimeParseException other) {
      return null;
    }
  }
}
