package io.evcharging.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The usual spelling of a time, {@code 2026-11-20T08:15:00.000Z}. A formatter reads and writes it
 * too, at several times the cost of all the rest of a small answer.
 */
public final class UtcText {

  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
  private static final int SECONDS_END = PATTERN.length();
  private static final int NANO_DIGITS = 9;
  private static final int LAST_YEAR = 9999;
  private static final int LONGEST = 30;

  private UtcText() {}

  /** Whether a text has this spelling. */
  static boolean isUtc(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < SECONDS_END; i++) {
      char expected = PATTERN.charAt(i);
      char c = text.charAt(i);
      if (expected == 'd' ? !isDigit(c) : c != expected) {
        return false;
      }
    }
    return end == SECONDS_END || isFraction(text, end);
  }

  /**
   * Reads a text that has this spelling.
   *
   * @throws java.time.DateTimeException when there is no such time
   */
  static Instant parse(String text) {
    int nanos = 0;
    int end = text.length() - 1;
    for (int i = 1; i <= NANO_DIGITS; i++) {
      int at = SECONDS_END + i;
      nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos)
        .toInstant(ZoneOffset.UTC);
  }

  /**
   * Writes a time as {@link Instant#toString} does: the fraction in three, six or nine digits,
   * where there is one.
   */
  public static String of(Instant time) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR) {
      return time.toString();
    }
    StringBuilder text = new StringBuilder(LONGEST);
    digits(text, utc.getYear(), 4).append('-');
    digits(text, utc.getMonthValue(), 2).append('-');
    digits(text, utc.getDayOfMonth(), 2).append('T');
    digits(text, utc.getHour(), 2).append(':');
    digits(text, utc.getMinute(), 2).append(':');
    digits(text, utc.getSecond(), 2);
    return fraction(text, time.getNano()).append('Z').toString();
  }

  private static StringBuilder fraction(StringBuilder text, int nanos) {
    if (nanos == 0) {
      return text;
    }
    text.append('.');
    if (nanos % 1_000_000 == 0) {
      return digits(text, nanos / 1_000_000, 3);
    }
    return nanos % 1000 == 0 ? digits(text, nanos / 1000, 6) : digits(text, nanos, NANO_DIGITS);
  }

  private static StringBuilder digits(StringBuilder text, int number, int digits) {
    int power = 1;
    for (int i = 1; i < digits; i++) {
      power *= 10;
    }
    for (int rest = number; power > 0; power /= 10) {
      text.append((char) ('0' + rest / power));
      rest %= power;
    }
    return text;
  }

  private static boolean isFraction(String text, int end) {
    int digits = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
      return false;
    }
    for (int i = SECONDS_END + 1; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
