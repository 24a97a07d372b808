package io.evcharging.source.signals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of the signal ChargeLimits.
 *
 * @param activeLimit state of charge that holds now, in {@code unit}
 */
public record ChargeLimits(
    @Nullable BigDecimal activeLimit,
    @Nullable List<@Nullable Value> values,
    @Nullable String unit) {

  /**
   * A limit that holds somewhere.
   *
   * @param type {@code GLOBAL}, {@code LOCATION}, {@code CHARGING_TYPE}, older {@code CONNECTOR}
   */
  public record Value(
      @Nullable String type, @Nullable BigDecimal limit, @Nullable Condition condition) {}
}
