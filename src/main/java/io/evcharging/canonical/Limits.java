package io.evcharging.canonical;

import java.math.BigDecimal;
import java.util.List;

/**
 * States of charge at which charging stops, in percent 0..100; each field may be {@code null}.
 *
 * @param activePercent the limit that holds now
 * @param rules limits by place and by kind of current, empty when there are none
 */
public record Limits(
    BigDecimal activePercent,
    BigDecimal minPercent,
    BigDecimal maxPercent,
    BigDecimal defaultPercent,
    List<LimitRule> rules) {

  /** Nothing is known. */
  static final Limits NONE = new Limits(null, null, null, null, List.of());

  /** Without rules, an empty list of them. */
  public Limits {
    rules = rules == null ? List.of() : rules;
  }
}
