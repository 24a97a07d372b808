package io.evcharging.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that count something. */
final class Whole {

  private Whole() {}

  /** A count, {@code null} and a finding where it is none. */
  static @Nullable Integer of(BigDecimal value, Reading reading) {
    try {
      return value.intValueExact();
    } catch (ArithmeticException fraction) {
      reading.unreadable(reading.cursor().path(), reading.cursor().asItCame(value));
      return null;
    }
  }
}
