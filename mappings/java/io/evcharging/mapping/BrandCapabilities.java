package io.evcharging.mapping;

import io.evcharging.source.ChargeSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each brand can be told. A further brand, or another actuator, is a further entry. */
public final class BrandCapabilities {

  /** Smartcar's ammeter of a Tesla. */
  public static final String TESLA_AMMETER = "tesla-ammeter";

  /**
   * How the charging current of a brand is set.
   *
   * @param actuator who does it, e.g. {@value #TESLA_AMMETER}
   * @param decimals how many digits behind the point it can set; 0 for whole amps
   * @param readBack the sources that show the current that is asked for, the best one first
   */
  public record Amperage(String actuator, int decimals, List<ChargeSource> readBack) {

    /** Whether the actuator can set exactly this. */
    public boolean canSet(BigDecimal amps) {
      return amps.stripTrailingZeros().scale() <= decimals;
    }
  }

  private static final Map<String, Amperage> AMPERAGE =
      Map.of(
          "TESLA",
          new Amperage(
              TESLA_AMMETER,
              0,
              List.of(
                  ChargeSource.TESLA_CHARGE,
                  ChargeSource.CHARGE_SIGNALS,
                  ChargeSource.CHARGE_AMPERAGE_REQUESTED)));

  private BrandCapabilities() {}

  /**
   * How the charging current of a brand is set.
   *
   * @param brand the make in upper case
   * @return empty when it cannot be
   */
  public static Optional<Amperage> amperage(String brand) {
    return Optional.ofNullable(AMPERAGE.get(brand));
  }
}
