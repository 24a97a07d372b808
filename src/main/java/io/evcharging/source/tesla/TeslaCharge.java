package io.evcharging.source.tesla;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /vehicles/{id}/tesla/charge}, the source API's page "Tesla: Charge Status". Names are
 * the wire's. Every field may be {@code null}; cars that stream leave five of them out.
 *
 * @param amperage A
 * @param wattage kW
 * @param voltage V, in the page's example only
 * @param socLimit a fraction, though the page says percentage; so are the other three
 * @param energyAdded kWh, though the page says kilowatts
 * @param rangeAddedRated km, or miles where the unit system is imperial; so is rangeAddedIdeal
 * @param chargeRate km/h, or mph where the unit system is imperial
 * @param connector standard of the cable that is connected now
 */
public record TeslaCharge(
    @Nullable BigDecimal amperage,
    @Nullable Instant completionTime,
    @Nullable BigDecimal wattage,
    @Nullable BigDecimal voltage,
    @Nullable Boolean isPluggedIn,
    @Nullable String state,
    @Nullable BigDecimal socLimit,
    @Nullable BigDecimal amperageMaxVehicle,
    @Nullable BigDecimal socLimitMax,
    @Nullable BigDecimal socLimitMin,
    @Nullable BigDecimal socLimitDefault,
    @Nullable BigDecimal amperageRequested,
    @Nullable BigDecimal energyAdded,
    @Nullable BigDecimal rangeAddedRated,
    @Nullable BigDecimal rangeAddedIdeal,
    @Nullable BigDecimal chargeRate,
    @Nullable String connector,
    @Nullable Boolean fastChargerPresent,
    @Nullable String fastChargerType,
    @Nullable String fastChargerBrand,
    @Nullable BigDecimal amperageMaxCharger,
    @Nullable String chargePortColor,
    @Nullable Boolean chargePortOpen,
    @Nullable String chargePortLatch,
    @Nullable BigDecimal chargerPhases) {}
