package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Named;

/** The units of the brand endpoints, which tell none: each is known by its field. */
final class BrandUnits {

  private BrandUnits() {}

  /** Power: the source's documentation says kilowatts. */
  @Named("kilowattsToWatts")
  static BigDecimal kilowattsToWatts(BigDecimal kilowatts, @Context Reading reading) {
    reading.rawPower(kilowatts);
    return Units.POWER.convert(kilowatts, "kW");
  }

  /** A distance, or distance per hour: in miles where the answer says that it is imperial. */
  @Named("distanceToKilometers")
  static BigDecimal distanceToKilometers(BigDecimal distance, @Context Reading reading) {
    return Units.DISTANCE.convert(distance, reading.imperial() ? "miles" : "km");
  }

  /**
   * A state of charge: 0.8 on the wire, though the source's documentation says percentage. From
   * above 1 up to 100 it seems to be one after all, and stays as it is.
   *
   * @return {@code null} when it is neither
   */
  @Named("fractionToPercent")
  static @Nullable BigDecimal fractionToPercent(BigDecimal fraction, @Context Reading reading) {
    if (fraction.signum() < 0 || fraction.compareTo(Decimals.HUNDRED) > 0) {
      reading.flag(
          FindingCode.OUT_OF_RANGE, fraction, "A share is 0 to 1, or 0 to 100 percent; left out.");
      return null;
    }
    if (fraction.compareTo(BigDecimal.ONE) <= 0) {
      return Decimals.times(fraction, Decimals.HUNDRED);
    }
    reading.flag(
        FindingCode.SUSPECT_SCALE, fraction, "Over 1, so it was not read as a fraction of 1.");
    return Decimals.exact(fraction);
  }
}
