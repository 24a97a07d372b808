package io.evcharging.source.signals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of the signal ChargeRecords. */
public record ChargeRecords(@Nullable List<@Nullable Value> values) {

  /**
   * A past session.
   *
   * @param energyAdded kWh
   * @param startStateOfCharge percent
   * @param endStateOfCharge percent
   */
  public record Value(
      @Nullable String id,
      @Nullable Instant startTime,
      @Nullable Instant endTime,
      @Nullable BigDecimal startStateOfCharge,
      @Nullable BigDecimal endStateOfCharge,
      @Nullable BigDecimal energyAdded,
      @Nullable String chargingType,
      @Nullable Boolean isPublicCharger,
      @Nullable Cost cost,
      @Nullable Place location) {}

  /** What it cost, in a currency of three letters. */
  public record Cost(
      @Nullable String currency,
      @Nullable BigDecimal energyAmount,
      @Nullable BigDecimal otherAmount) {}

  /** Where it was. */
  public record Place(
      @Nullable String name,
      @Nullable String address,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude) {}
}
