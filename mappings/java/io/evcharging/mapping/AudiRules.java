package io.evcharging.mapping;

import io.evcharging.canonical.ChargeMode;
import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.ExternalPower;
import io.evcharging.canonical.IndicatorColor;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;

/** The VW group's own words, beside those that the source API puts in their place. */
final class AudiRules {

  static final Vocabulary<ChargingState> OWN_STATES =
      Vocabulary.elseMeaning(ChargingState.UNKNOWN)
          .with(ChargingState.CHARGING, "charging")
          .with(
              ChargingState.COMPLETE,
              "chargePurposeReachedAndConservation",
              "chargePurposeReachedAndNotConservationCharging")
          .with(ChargingState.NOT_CHARGING, "notReadyForCharging")
          .with(ChargingState.INITIALIZING, "readyForCharging")
          .with(ChargingState.CONSERVATION, "conservation")
          .with(ChargingState.FAULT, "error")
          .with(ChargingState.DISCHARGING, "discharging");

  static final Vocabulary<CurrentType> CURRENTS =
      SmartcarWords.CURRENTS.with(CurrentType.NONE, "off");

  static final Vocabulary<IndicatorColor> COLORS =
      SmartcarWords.COLORS.with(IndicatorColor.OFF, "none");

  private static final Vocabulary<ChargingState> STATES = SmartcarWords.STATES.and(OWN_STATES);

  private static final Vocabulary<Boolean> LATCHES =
      Vocabulary.<Boolean>elseMeaning(null).with(true, "locked").with(false, "unlocked");

  private static final Vocabulary<ChargeMode> MODES =
      Vocabulary.elseMeaning(ChargeMode.UNKNOWN)
          .with(ChargeMode.MANUAL, "manual")
          .with(ChargeMode.TIMER, "timer")
          .with(
              ChargeMode.OTHER,
              "off",
              "onlyOwnCurrent",
              "preferredChargingTimes",
              "timerChargingWithClimatisation",
              "homeStorageCharging",
              "immediateDischarging");

  private static final Vocabulary<ExternalPower> POWERS =
      Vocabulary.elseMeaning(ExternalPower.UNKNOWN)
          .with(ExternalPower.READY, "ready")
          .with(ExternalPower.ACTIVE, "active")
          .with(ExternalPower.UNAVAILABLE, "unavailable");

  private AudiRules() {}

  /** {@code chargingStatus}. */
  static @Nullable ChargingState state(String word, @Context Reading reading) {
    return STATES.read(word, reading);
  }

  /** {@code chargeMode}. */
  static @Nullable ChargeMode mode(String word, @Context Reading reading) {
    return MODES.read(word, reading);
  }

  /** {@code externalPowerStatus}. */
  static @Nullable ExternalPower power(String word, @Context Reading reading) {
    return POWERS.read(word, reading);
  }

  /** {@code chargeType}. */
  static @Nullable CurrentType current(String word, @Context Reading reading) {
    return CURRENTS.read(word, reading);
  }

  /** {@code chargePortLatch}. */
  static @Nullable Boolean latch(String word, @Context Reading reading) {
    return LATCHES.read(word, reading);
  }

  /** {@code chargePortColor}. */
  static @Nullable IndicatorColor color(String word, @Context Reading reading) {
    return COLORS.read(word, reading);
  }
}
