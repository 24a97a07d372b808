package io.evcharging.canonical;

import java.math.BigDecimal;

/**
 * Electrical quantities; each field may be {@code null}.
 *
 * @param currentAmps drawn now, per phase
 * @param requestedCurrentAmps what the vehicle asks of the charger
 * @param maxVehicleCurrentAmps most the vehicle can ask for
 * @param maxChargerCurrentAmps most the charger supports
 * @param maxAvailableCurrentAmps most available to charge with
 * @param voltageVolts per phase
 * @param powerWatts total, all phases
 */
public record Electrical(
    BigDecimal currentAmps,
    BigDecimal requestedCurrentAmps,
    BigDecimal maxVehicleCurrentAmps,
    BigDecimal maxChargerCurrentAmps,
    BigDecimal maxAvailableCurrentAmps,
    BigDecimal voltageVolts,
    BigDecimal powerWatts,
    Integer phases) {

  /** Nothing is known. */
  static final Electrical NONE = new Electrical(null, null, null, null, null, null, null, null);
}
