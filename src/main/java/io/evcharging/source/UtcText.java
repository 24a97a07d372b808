package io.evcharging.source;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The usual spelling of a time, {@code 2026-11-20T08:15:00.000Z}. A formatter reads and writes it
 * too, at several times the cost of all the rest of a small answer.
 */
public final class UtcText {

  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
  private static final int SECONDS_END = PATTERN.length();
  private static final int NANO_DIGITS = 9;
  private static final int LONGEST = 30;
  private static final long DAY = 86_400;

  /** Of the year 0, and of the year 9999: beyond, a year has a sign or more digits. */
  private static final long FIRST_SECOND = LocalDate.of(0, 1, 1).toEpochDay() * DAY;

  private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY - 1;

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
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int hour = HOUR_OF_DAY.checkValidIntValue(number(text, 11, 13));
    int minute = MINUTE_OF_HOUR.checkValidIntValue(number(text, 14, 16));
    int second = SECOND_OF_MINUTE.checkValidIntValue(number(text, 17, 19));
    return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
  }

  /**
   * Writes a time as {@link Instant#toString} does: the fraction in three, six or nine digits,
   * where there is one.
   */
  public static String of(Instant time) {
    long seconds = time.getEpochSecond();
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      return time.toString();
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
    int second = (int) Math.floorMod(seconds, DAY);
    byte[] text = new byte[LONGEST];
    digits(text, 0, 4, day.getYear());
    text[4] = '-';
    digits(text, 5, 7, day.getMonthValue());
    text[7] = '-';
    digits(text, 8, 10, day.getDayOfMonth());
    text[10] = 'T';
    digits(text, 11, 13, second / 3600);
    text[13] = ':';
    digits(text, 14, 16, second / 60 % 60);
    text[16] = ':';
    digits(text, 17, 19, second % 60);
    int end = fraction(text, time.getNano());
    text[end] = 'Z';
    return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
  }

  private static int fraction(byte[] text, int nanos) {
    if (nanos == 0) {
      return SECONDS_END;
    }
    int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : NANO_DIGITS;
    int end = SECONDS_END + 1 + digits;
    text[SECONDS_END] = '.';
    digits(text, SECONDS_END + 1, end, nanos / (digits == 3 ? 1_000_000 : digits == 6 ? 1000 : 1));
    return end;
  }

  private static void digits(byte[] text, int from, int to, int number) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
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
