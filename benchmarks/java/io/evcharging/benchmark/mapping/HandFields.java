package io.evcharging.benchmark.mapping;

import io.evcharging.canonical.ChargeMode;
import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.ExternalPower;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.IndicatorColor;
import io.evcharging.normalise.Answer;
import io.evcharging.source.WireTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of the model, filled by hand, and what follows from them together. */
final class HandFields {

  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal THOUSAND = new BigDecimal("1000");
  private static final BigDecimal MILE = new BigDecimal("1.609344");

  final Map<String, Instant> times = new LinkedHashMap<>();
  @Nullable Instant observedAt;
  @Nullable Instant fetchedAt;
  @Nullable ChargingState state;
  @Nullable Boolean charging;
  @Nullable Boolean pluggedIn;
  @Nullable ChargeMode mode;
  @Nullable ExternalPower externalPower;
  @Nullable CurrentType currentType;
  @Nullable BigDecimal currentAmps;
  @Nullable BigDecimal requestedCurrentAmps;
  @Nullable BigDecimal maxVehicleCurrentAmps;
  @Nullable BigDecimal maxChargerCurrentAmps;
  @Nullable BigDecimal maxAvailableCurrentAmps;
  @Nullable BigDecimal voltageVolts;
  @Nullable BigDecimal powerWatts;
  @Nullable Object rawPower;
  @Nullable Long phases;
  @Nullable BigDecimal energyAdded;
  @Nullable BigDecimal rangeAddedRated;
  @Nullable BigDecimal rangeAddedIdeal;
  @Nullable BigDecimal rangeRate;
  @Nullable Instant completesAt;
  @Nullable Long timeToComplete;
  @Nullable BigDecimal activePercent;
  @Nullable BigDecimal minPercent;
  @Nullable BigDecimal maxPercent;
  @Nullable BigDecimal defaultPercent;
  @Nullable Boolean flapOpen;
  @Nullable Boolean cableLatched;
  @Nullable IndicatorColor indicatorColor;
  @Nullable ConnectorType inlet;
  @Nullable ConnectorType cable;
  @Nullable Boolean fastChargerPresent;
  @Nullable ConnectorType fastChargerStandard;
  @Nullable String fastChargerBrand;

  private final HandReader in;

  HandFields(HandReader in) {
    this.in = in;
  }

  void times(Answer answer) {
    observedAt = header("observedAt", answer.headers().dataAge());
    fetchedAt = header("fetchedAt", answer.headers().fetchedAt());
  }

  private @Nullable Instant header(String path, @Nullable String raw) {
    Instant time = raw == null || WireTime.isNone(raw) ? null : WireTime.parse(raw);
    if (time == null && raw != null && !WireTime.isNone(raw)) {
      in.unreadable(path, raw);
    }
    return time;
  }

  static @Nullable BigDecimal exact(@Nullable BigDecimal value) {
    if (value == null || value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static @Nullable BigDecimal times(@Nullable BigDecimal value, BigDecimal factor) {
    return value == null ? null : exact(value.multiply(factor));
  }

  static @Nullable BigDecimal exact(
      HandReader in, String field, String path, @Nullable BigDecimal value) {
    return exact(in.value(field, path, value));
  }

  static @Nullable BigDecimal distance(@Nullable BigDecimal value, boolean imperial) {
    return imperial ? times(value, MILE) : exact(value);
  }

  void power(@Nullable BigDecimal kilowatts) {
    rawPower = kilowatts;
    powerWatts = times(kilowatts, THOUSAND);
  }

  @Nullable BigDecimal fraction(String path, @Nullable BigDecimal fraction) {
    if (fraction == null || (fraction.signum() >= 0 && fraction.compareTo(BigDecimal.ONE) <= 0)) {
      return times(fraction, HUNDRED);
    }
    if (fraction.signum() < 0 || fraction.compareTo(HUNDRED) > 0) {
      in.flag(
          path,
          FindingCode.OUT_OF_RANGE,
          fraction,
          "A share is 0 to 1, or 0 to 100 percent; left out.");
      return null;
    }
    in.flag(
        path,
        FindingCode.SUSPECT_SCALE,
        fraction,
        "Over 1, so it was not read as a fraction of 1.");
    return exact(fraction);
  }

  private void conclude() {
    suspectPower();
    refineState();
    concludeCharging();
    concludePluggedIn();
    concludeCompletion();
  }

  private void suspectPower() {
    if (powerWatts == null || voltageVolts == null || currentAmps == null || phases == null) {
      return;
    }
    BigDecimal product =
        voltageVolts.multiply(currentAmps).multiply(BigDecimal.valueOf(phases)).abs();
    BigDecimal power = powerWatts.abs();
    BigDecimal less = product.min(power);
    if (less.signum() != 0) {
      double times = product.max(power).divide(less, MathContext.DECIMAL32).doubleValue();
      if (times >= 200 && times <= 5000) {
        in.flag(
            "electrical.powerWatts",
            FindingCode.SUSPECT_SCALE,
            rawPower,
            "About 1000 times off the product of voltage, current and phases.");
      }
    }
  }

  private void refineState() {
    if (state == ChargingState.NOT_CHARGING && pluggedIn != null) {
      state =
          !pluggedIn
              ? ChargingState.UNPLUGGED
              : externalPower == ExternalPower.UNAVAILABLE
                  ? ChargingState.NO_POWER
                  : ChargingState.STOPPED;
    }
  }

  private void concludeCharging() {
    Boolean implied =
        (state == null
                || state == ChargingState.UNKNOWN
                || state == ChargingState.INITIALIZING
                || state == ChargingState.CONSERVATION)
            ? null
            : Boolean.valueOf(state == ChargingState.CHARGING);
    if (charging == null) {
      charging = implied;
      Instant told = times.get("status.state");
      if (implied != null && told != null) {
        times.put("status.charging", told);
      }
    } else if (implied != null && !implied.equals(charging)) {
      contradiction("status.charging", charging, "The state is " + state);
    }
  }

  private void concludePluggedIn() {
    if (pluggedIn == null && state == ChargingState.CHARGING) {
      in.flag(
          "status.pluggedIn",
          FindingCode.DERIVED,
          null,
          "Not told; a vehicle that charges is plugged in.");
      Instant told = times.get("status.state");
      if (told != null) {
        times.put("status.pluggedIn", told);
      }
      pluggedIn = true;
      return;
    }
    boolean charges = Boolean.TRUE.equals(charging);
    boolean needsPlug =
        charges
            || state == ChargingState.STOPPED
            || state == ChargingState.NO_POWER
            || state == ChargingState.DISCHARGING;
    if ((Boolean.FALSE.equals(pluggedIn) && needsPlug)
        || (Boolean.TRUE.equals(pluggedIn) && state == ChargingState.UNPLUGGED)) {
      contradiction(
          "status.pluggedIn",
          Objects.requireNonNull(pluggedIn),
          charges ? "The vehicle charges" : "The state is " + state);
    }
  }

  private void contradiction(String path, Object said, String other) {
    in.flag(path, FindingCode.CONTRADICTION, said, other + " at the same time.");
  }

  private void concludeCompletion() {
    Instant told = times.get("progress.timeToCompleteSeconds");
    if (completesAt == null && timeToComplete != null && told != null) {
      completesAt = told.plusSeconds(timeToComplete);
      times.put("progress.completesAt", told);
    }
    if (timeToComplete == null
        && completesAt != null
        && observedAt != null
        && !completesAt.isBefore(observedAt)) {
      timeToComplete = Duration.between(observedAt, completesAt).toSeconds();
    }
  }

  byte[] write(Answer answer) throws IOException {
    conclude();
    try (HandWriter out = new HandWriter()) {
      out.head(answer, observedAt, fetchedAt);
      HandGroups.write(this, out);
      out.tail(times, observedAt, in.findings, in.unmapped);
      return out.finish();
    }
  }
}
