package io.evcharging.canonical;

import java.math.BigDecimal;

/**
 * A charge limit that holds somewhere, or for one kind of current; each field may be {@code null}.
 *
 * @param percent state of charge, 0..100
 */
public record LimitRule(
    RuleScope scope, BigDecimal percent, Location location, CurrentType currentType) {

  /** Without any field, a part is {@code null} as a whole. */
  public LimitRule {
    location = Location.NONE.equals(location) ? null : location;
  }
}
