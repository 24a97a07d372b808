package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import io.evcharging.source.signals.Quantity;
import io.evcharging.source.signals.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Named;

/** The units of signals, which tell theirs, or should. */
final class SignalUnits {

  /** Some thirty years in seconds: nothing charges for so long. */
  private static final BigDecimal LONGEST = new BigDecimal("1000000000");

  private SignalUnits() {}

  @Named("amperes")
  static @Nullable BigDecimal amperes(Signal<Quantity> signal, @Context Reading reading) {
    return read(Units.CURRENT, signal, reading);
  }

  @Named("volts")
  static @Nullable BigDecimal volts(Signal<Quantity> signal, @Context Reading reading) {
    return read(Units.VOLTAGE, signal, reading);
  }

  @Named("watts")
  static @Nullable BigDecimal watts(Signal<Quantity> signal, @Context Reading reading) {
    Quantity body = signal.body();
    reading.rawPower(body == null ? null : body.value());
    return read(Units.POWER, signal, reading);
  }

  @Named("kilowattHours")
  static @Nullable BigDecimal kilowattHours(Signal<Quantity> signal, @Context Reading reading) {
    return read(Units.ENERGY, signal, reading);
  }

  @Named("kilometersPerHour")
  static @Nullable BigDecimal kilometersPerHour(Signal<Quantity> signal, @Context Reading reading) {
    return read(Units.SPEED, signal, reading);
  }

  /** A count without a unit. */
  static @Nullable Integer count(Signal<Quantity> signal, @Context Reading reading) {
    BigDecimal count = value(Units.COUNT, signal, reading);
    return count == null ? null : reading.observed(signal.observedAt(), Whole.of(count, reading));
  }

  /** A time to come; {@code null} and a finding when it lies in the past. */
  static @Nullable Long seconds(Signal<Quantity> signal, @Context Reading reading) {
    BigDecimal seconds = value(Units.DURATION, signal, reading);
    if (seconds == null) {
      return null;
    }
    if (seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0) {
      reading.flag(
          FindingCode.OUT_OF_RANGE, raw(signal), "No time from now to completion; left out.");
      return null;
    }
    return reading.observed(
        signal.observedAt(), seconds.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /**
   * A state of charge in percent, as it is; up to 1 it may be a fraction.
   *
   * @return {@code null} when it is outside 0 to 100
   */
  @Named("percent")
  static @Nullable BigDecimal percent(BigDecimal percent, @Context Reading reading) {
    if (percent.signum() < 0 || percent.compareTo(Decimals.HUNDRED) > 0) {
      reading.flag(FindingCode.OUT_OF_RANGE, percent, "A share is 0 to 100 percent; left out.");
      return null;
    }
    if (percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) <= 0) {
      reading.flag(FindingCode.SUSPECT_SCALE, percent, "Up to 1, so it may be a fraction of 1.");
    }
    return Decimals.exact(percent);
  }

  private static @Nullable BigDecimal read(Units units, Signal<Quantity> signal, Reading reading) {
    return reading.observed(signal.observedAt(), value(units, signal, reading));
  }

  private static @Nullable BigDecimal value(Units units, Signal<Quantity> signal, Reading reading) {
    reading.claim("value");
    Quantity body = signal.body();
    BigDecimal value = body == null ? null : body.value();
    if (body == null || value == null || !reading.isValue(value)) {
      reading.claim("unit");
      return null;
    }
    return units.read(value, reading.orFault("unit", body.unit()), reading);
  }

  private static @Nullable Object raw(Signal<Quantity> signal) {
    Quantity body = signal.body();
    return body == null ? null : body.value();
  }
}
