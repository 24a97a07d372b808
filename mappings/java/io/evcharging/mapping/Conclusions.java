package io.evcharging.mapping;

import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.Electrical;
import io.evcharging.canonical.ExternalPower;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.Progress;
import io.evcharging.canonical.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from several fields together, whoever said them. Flags, and never repairs. */
final class Conclusions {

  private static final String STATE = "status.state";
  private static final String CHARGING = "status.charging";
  private static final String PLUGGED_IN = "status.pluggedIn";
  private static final String POWER = "electrical.powerWatts";
  private static final String COMPLETES_AT = "progress.completesAt";
  private static final String TIME_TO_COMPLETE = "progress.timeToCompleteSeconds";

  /** "About 1000 times" leaves room for a wrong count of phases and for losses. */
  private static final BigDecimal SUSPECT_FROM = new BigDecimal("200");

  private static final BigDecimal SUSPECT_TO = new BigDecimal("5000");

  private Conclusions() {}

  /** Refines the state by the plug, and concludes charging and plug from the state. */
  static Status status(Status said, Reading reading) {
    ChargingState state = refine(said.state(), said.pluggedIn(), said.externalPower());
    return new Status(
        state,
        charging(state, said.charging(), reading),
        pluggedIn(state, said, reading),
        said.mode(),
        said.externalPower(),
        said.currentType());
  }

  private static @Nullable ChargingState refine(
      @Nullable ChargingState state,
      @Nullable Boolean pluggedIn,
      @Nullable ExternalPower externalPower) {
    if (state != ChargingState.NOT_CHARGING || pluggedIn == null) {
      return state;
    }
    if (!pluggedIn) {
      return ChargingState.UNPLUGGED;
    }
    return externalPower == ExternalPower.UNAVAILABLE
        ? ChargingState.NO_POWER
        : ChargingState.STOPPED;
  }

  private static @Nullable Boolean charging(
      @Nullable ChargingState state, @Nullable Boolean said, Reading reading) {
    Boolean implied = impliedCharging(state);
    if (said == null) {
      reading.observed(CHARGING, implied == null ? null : reading.times().get(STATE));
      return implied;
    }
    if (implied != null && !implied.equals(said)) {
      reading.flag(
          CHARGING,
          FindingCode.CONTRADICTION,
          said,
          "The state is " + state + " at the same time.");
    }
    return said;
  }

  private static @Nullable Boolean impliedCharging(@Nullable ChargingState state) {
    if (state == null) {
      return null;
    }
    return switch (state) {
      case CHARGING -> true;
      case UNKNOWN, INITIALIZING, CONSERVATION -> null;
      case COMPLETE, STOPPED, UNPLUGGED, NOT_CHARGING, NO_POWER, FAULT, DISCHARGING -> false;
    };
  }

  private static @Nullable Boolean pluggedIn(
      @Nullable ChargingState state, Status said, Reading reading) {
    Boolean pluggedIn = said.pluggedIn();
    if (pluggedIn == null && state == ChargingState.CHARGING) {
      reading.flag(
          PLUGGED_IN, FindingCode.DERIVED, null, "Not told; a vehicle that charges is plugged in.");
      reading.observed(PLUGGED_IN, reading.times().get(STATE));
      return true;
    }
    boolean charges = state == ChargingState.CHARGING || Boolean.TRUE.equals(said.charging());
    boolean needsPlug = charges || impliesPlug(state);
    if ((Boolean.FALSE.equals(pluggedIn) && needsPlug)
        || (Boolean.TRUE.equals(pluggedIn) && state == ChargingState.UNPLUGGED)) {
      String other = charges ? "The vehicle charges" : "The state is " + state;
      reading.flag(PLUGGED_IN, FindingCode.CONTRADICTION, pluggedIn, other + " at the same time.");
    }
    return pluggedIn;
  }

  private static boolean impliesPlug(@Nullable ChargingState state) {
    return state == ChargingState.STOPPED
        || state == ChargingState.NO_POWER
        || state == ChargingState.DISCHARGING;
  }

  /** Doubts a power that is about 1000 times off the product of what it should be. */
  static void power(Electrical said, Reading reading) {
    if (said.powerWatts() == null
        || said.voltageVolts() == null
        || said.currentAmps() == null
        || said.phases() == null) {
      return;
    }
    BigDecimal product =
        said.voltageVolts()
            .multiply(said.currentAmps())
            .multiply(BigDecimal.valueOf(said.phases()))
            .abs();
    BigDecimal power = said.powerWatts().abs();
    BigDecimal less = product.min(power);
    if (less.signum() == 0) {
      return;
    }
    BigDecimal times = product.max(power).divide(less, MathContext.DECIMAL32);
    if (times.compareTo(SUSPECT_FROM) >= 0 && times.compareTo(SUSPECT_TO) <= 0) {
      reading.flag(
          POWER,
          FindingCode.SUSPECT_SCALE,
          reading.rawPower(),
          "About 1000 times off the product of voltage, current and phases.");
    }
  }

  /**
   * Concludes the time of completion from the time that it takes, and the other way round. The
   * clock's own now has no part in it: an answer may be days old.
   */
  static Progress progress(Progress said, Reading reading) {
    Instant told = reading.times().get(TIME_TO_COMPLETE);
    Instant completesAt = said.completesAt();
    if (completesAt == null && said.timeToCompleteSeconds() != null && told != null) {
      completesAt = told.plusSeconds(said.timeToCompleteSeconds());
      reading.observed(COMPLETES_AT, told);
    }
    return new Progress(
        said.energyAddedKilowattHours(),
        said.rangeAddedRatedKilometers(),
        said.rangeAddedIdealKilometers(),
        said.rangeRateKilometersPerHour(),
        completesAt,
        secondsTo(completesAt, said.timeToCompleteSeconds(), reading.observedAt()));
  }

  private static @Nullable Long secondsTo(
      @Nullable Instant completesAt, @Nullable Long said, @Nullable Instant observedAt) {
    if (said != null || completesAt == null || observedAt == null) {
      return said;
    }
    long seconds = Duration.between(observedAt, completesAt).toSeconds();
    return completesAt.isBefore(observedAt) ? null : seconds;
  }
}
