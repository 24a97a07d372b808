package io.evcharging.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of a point in time: ISO 8601 with an offset, epoch milliseconds, epoch seconds. A
 * text without an offset is no point in time.
 */
public final class WireTime {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter();

  /** Below, seconds; from here on, milliseconds. As seconds, the year 5138. */
  private static final BigDecimal MILLIS_FROM = new BigDecimal("100000000000");

  /** The end of the year 9999 in milliseconds. */
  private static final BigDecimal LAST_MILLIS = new BigDecimal("253402300799999");

  /** What becomes of 0 when it is written as a date. */
  private static final String EPOCH = "1970-01-01T00:00:00";

  private static final String FIRST_YEAR = "0001-01-01T00:00:00";

  /** March 1973 in seconds: no vehicle told a time earlier, so a smaller number is no time. */
  private static final BigDecimal FIRST_SECONDS = new BigDecimal("100000000");

  private WireTime() {}

  /**
   * Whether a value says that there is no time: {@code null}, {@code ""} and 0 do, also as a date.
   *
   * @param raw as it came
   */
  public static boolean isNone(@Nullable Object raw) {
    if (raw instanceof BigDecimal number) {
      return number.signum() == 0;
    }
    return raw == null || (raw instanceof String text && isNone(text.strip()));
  }

  private static boolean isNone(String text) {
    return text.isEmpty()
        || text.equals("0")
        || text.startsWith(EPOCH)
        || text.startsWith(FIRST_YEAR);
  }

  /**
   * Reads a time.
   *
   * @param raw text or a number, as it came
   * @return {@code null} when it cannot be read
   */
  public static @Nullable Instant parse(Object raw) {
    if (raw instanceof BigDecimal number) {
      return epoch(number);
    }
    return raw instanceof String text ? parseText(text.strip()) : null;
  }

  private static @Nullable Instant parseText(String text) {
    BigDecimal number = text.indexOf('T') < 0 ? WireScalars.number(text) : null;
    if (number != null) {
      return epoch(number);
    }
    try {
      Instant time = UtcText.isUtc(text) ? UtcText.parse(text) : ISO.parse(text, Instant::from);
      return isOfAVehicle(time) ? time : null;
    } catch (DateTimeException | ArithmeticException unreadable) {
      return null;
    }
  }

  private static boolean isOfAVehicle(Instant time) {
    return time.getEpochSecond() >= FIRST_SECONDS.longValue()
        && time.toEpochMilli() <= LAST_MILLIS.longValue();
  }

  private static @Nullable Instant epoch(BigDecimal number) {
    if (number.compareTo(FIRST_SECONDS) < 0 || number.compareTo(LAST_MILLIS) > 0) {
      return null;
    }
    boolean seconds = number.compareTo(MILLIS_FROM) < 0;
    return Instant.ofEpochMilli((seconds ? number.movePointRight(3) : number).longValue());
  }
}
