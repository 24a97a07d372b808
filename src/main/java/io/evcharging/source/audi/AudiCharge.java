package io.evcharging.source.audi;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /vehicles/{id}/audi/charge}, the source API's page "Audi: Charge Status". Names are
 * the wire's. Every field may be {@code null}.
 *
 * @param isPluggedIn often {@code null}, in the page's example too
 * @param wattage kW
 * @param chargeRate km/h, or mph where the unit system is imperial
 * @param socLimit a fraction, though the page says percentage
 */
public record AudiCharge(
    @Nullable String chargingStatus,
    @Nullable Boolean isPluggedIn,
    @Nullable BigDecimal wattage,
    @Nullable BigDecimal chargeRate,
    @Nullable String chargeType,
    @Nullable String chargePortColor,
    @Nullable String chargePortLatch,
    @Nullable Instant completionTime,
    @Nullable String chargeMode,
    @Nullable BigDecimal socLimit,
    @Nullable String externalPowerStatus) {}
