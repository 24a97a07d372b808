package io.evcharging.canonical;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A past charging session; each field may be {@code null}.
 *
 * @param startPercent state of charge at its start, 0..100
 * @param endPercent state of charge at its end, 0..100
 */
public record Session(
    String id,
    Instant startedAt,
    Instant endedAt,
    BigDecimal startPercent,
    BigDecimal endPercent,
    BigDecimal energyAddedKilowattHours,
    CurrentType currentType,
    Boolean publicCharger,
    Cost cost,
    Location location) {

  /** Without any field, a part is {@code null} as a whole. */
  public Session {
    cost = Cost.NONE.equals(cost) ? null : cost;
    location = Location.NONE.equals(location) ? null : location;
  }
}
