package io.evcharging.source.signals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Body of a signal that measures something.
 *
 * @param unit an open vocabulary that has changed its spelling over time
 */
public record Quantity(@Nullable BigDecimal value, @Nullable String unit) {}
