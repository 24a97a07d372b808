package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and the spellings of the units in which the wire tells it, each with the factor
 * to the model's own unit. A unit of something else is an unknown one. Unchangeable.
 */
final class Units {

  /** Kilometers to the international mile. */
  private static final String MILE = "1.609344";

  static final Units CURRENT =
      of("current", "A").spelled("1", "ampere", "amperes", "amp", "amps", "A");
  static final Units VOLTAGE = of("voltage", "V").spelled("1", "volt", "volts", "V");
  static final Units POWER =
      of("power", "W")
          .spelled("1", "watt", "watts", "W")
          .spelled("1000", "kilowatt", "kilowatts", "kW");
  static final Units ENERGY =
      of("energy", "kWh").spelled("1", "kWh", "kWhr", "kilowatt_hours", "kilowatt-hours");
  static final Units DISTANCE =
      of("distance", "km").spelled("1", "km", "kilometers").spelled(MILE, "miles");
  static final Units SPEED =
      of("speed", "km/h").spelled("1", "km/h", "kph").spelled(MILE, "mph", "miles_per_hour");
  static final Units SHARE = of("share", "percent").spelled("1", "percent", "percentage", "%");
  static final Units DURATION =
      of("duration", "min")
          .spelled("1", "s", "seconds")
          .spelled("60", "min", "minute", "minutes")
          .spelled("3600", "h", "hours");
  static final Units COUNT = of("count", null).spelled("1", "count", "none");

  private final String measure;
  private final @Nullable String documented;
  private final Words<BigDecimal> factors;

  private Units(String measure, @Nullable String documented, Words<BigDecimal> factors) {
    this.measure = measure;
    this.documented = documented;
    this.factors = factors;
  }

  /** With the unit that is taken when none is told; {@code null} where none is needed. */
  private static Units of(String measure, @Nullable String documented) {
    return new Units(measure, documented, Words.none());
  }

  private Units spelled(String factor, String... spellings) {
    return new Units(measure, documented, factors.with(new BigDecimal(factor), spellings));
  }

  /** Converts a value; a unit that is missing is the documented one, and must not be unknown. */
  BigDecimal convert(BigDecimal value, @Nullable Object unit) {
    Object told = told(unit);
    Object known = told == null ? documented : told;
    BigDecimal factor = known == null ? null : factors.get(known.toString());
    return factor == null ? Decimals.exact(value) : Decimals.times(value, factor);
  }

  /**
   * Converts a value to the model's unit, and leaves a finding where its own is missing or unknown.
   *
   * @param unit as it came: what is no text is an unknown one
   * @return {@code null} when the unit is unknown
   */
  @Nullable BigDecimal read(BigDecimal value, @Nullable Object unit, Reading reading) {
    BigDecimal factor = unit instanceof String spelling ? factors.get(spelling) : null;
    if (factor != null) { // as nearly always
      return Decimals.times(value, factor);
    }
    return check(unit, value, reading) ? convert(value, unit) : null;
  }

  /**
   * Leaves a finding where a unit is missing or unknown.
   *
   * @param value what is told in that unit
   * @return whether the value can be read
   */
  boolean check(@Nullable Object unit, @Nullable Object value, Reading reading) {
    if (!isKnown(unit, value, reading)) {
      return false;
    }
    if (told(unit) == null && documented != null) {
      reading.flag(
          FindingCode.UNIT_ASSUMED,
          value,
          "The unit is missing; it was taken to be " + documented + ".");
    }
    return true;
  }

  /**
   * Leaves a finding where a unit is told and is none of the table's.
   *
   * @param value what is told in that unit
   * @return whether the value can be read
   */
  boolean isKnown(@Nullable Object unit, @Nullable Object value, Reading reading) {
    Object told = told(unit);
    if (told == null || (told instanceof String text && factors.get(text) != null)) {
      return true;
    }
    reading.flag(
        reading.cursor().path(),
        FindingCode.UNKNOWN_UNIT,
        unit,
        "Not known as a unit of "
            + measure
            + (value == null ? "." : ", so the value " + value + " was left out."));
    return false;
  }

  private static @Nullable Object told(@Nullable Object unit) {
    return unit == null || Sentinels.is(unit) ? null : unit instanceof String s ? s.strip() : unit;
  }
}
