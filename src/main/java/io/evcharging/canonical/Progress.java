package io.evcharging.canonical;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How far the current session, or else the most recent one, has come; each field may be {@code
 * null}.
 *
 * @param rangeRateKilometersPerHour range added per hour
 */
public record Progress(
    BigDecimal energyAddedKilowattHours,
    BigDecimal rangeAddedRatedKilometers,
    BigDecimal rangeAddedIdealKilometers,
    BigDecimal rangeRateKilometersPerHour,
    Instant completesAt,
    Long timeToCompleteSeconds) {

  /** Nothing is known. */
  static final Progress NONE = new Progress(null, null, null, null, null, null);
}
