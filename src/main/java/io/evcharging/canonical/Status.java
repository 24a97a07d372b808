package io.evcharging.canonical;

/**
 * Whether and how the vehicle charges; each field may be {@code null}.
 *
 * @param charging energy is flowing into the vehicle
 * @param pluggedIn a cable is connected
 */
public record Status(
    ChargingState state,
    Boolean charging,
    Boolean pluggedIn,
    ChargeMode mode,
    ExternalPower externalPower,
    CurrentType currentType) {

  /** Nothing is known. */
  static final Status NONE = new Status(null, null, null, null, null, null);
}
