package io.evcharging.mapping;

import java.math.BigDecimal;

/** Exact decimals in one spelling: 80, not 80.0 and not 8E+1. */
final class Decimals {

  static final BigDecimal HUNDRED = new BigDecimal("100");
  static final BigDecimal THOUSAND = new BigDecimal("1000");

  private Decimals() {}

  static BigDecimal exact(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static BigDecimal times(BigDecimal value, BigDecimal factor) {
    return exact(value.multiply(factor));
  }
}
