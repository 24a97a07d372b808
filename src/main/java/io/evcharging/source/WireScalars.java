package io.evcharging.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values, as forgiving as can be done without guessing. Each returns {@code null} for
 * what it cannot read.
 */
final class WireScalars {

  /** More digits, or more zeros, than any quantity on earth has. */
  private static final int MOST_DIGITS = 100;

  private WireScalars() {}

  /** A number, or text that is one; never a truth value. */
  static @Nullable BigDecimal number(Object raw) {
    if (raw instanceof BigDecimal number) {
      return sane(number) ? number : null;
    }
    return raw instanceof String text ? parse(text.strip()) : null;
  }

  /** A truth value, or text that is one; never 0 or 1. */
  static @Nullable Boolean flag(Object raw) {
    if (raw instanceof Boolean flag) {
      return flag;
    }
    return "true".equals(raw) ? Boolean.TRUE : "false".equals(raw) ? Boolean.FALSE : null;
  }

  static @Nullable String text(Object raw) {
    return raw instanceof String text ? text : null;
  }

  /** A time of day without a zone, with or without seconds. */
  static @Nullable LocalTime timeOfDay(Object raw) {
    try {
      return raw instanceof String text ? LocalTime.parse(text.strip()) : null;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static @Nullable BigDecimal parse(String text) {
    if (text.length() > MOST_DIGITS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return sane(number) ? number : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static boolean sane(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }
}
