package io.evcharging.source.signals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where, or for which kind of current, a limit or timer holds.
 *
 * @param connectorType the older name of {@code chargingType}
 */
public record Condition(
    @Nullable String name,
    @Nullable String address,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable String chargingType,
    @Nullable String connectorType) {}
