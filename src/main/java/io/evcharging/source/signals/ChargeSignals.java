package io.evcharging.source.signals;

import org.jspecify.annotations.Nullable;

/**
 * The 21 charge signals, the source API's page "Charge Signals". A component is named as its
 * signal, and {@code charge-} with that name in lower case is the signal's code. {@code null} are
 * the signals that were not in the answer.
 */
public record ChargeSignals(
    @Nullable Signal<Quantity> amperage,
    @Nullable Signal<Quantity> amperageMax,
    @Nullable Signal<Quantity> amperageRequested,
    @Nullable Signal<ChargeLimits> chargeLimits,
    @Nullable Signal<Word> chargePortStatusColor,
    @Nullable Signal<Quantity> chargeRate,
    @Nullable Signal<ChargeRecords> chargeRecords,
    @Nullable Signal<Quantity> chargerPhases,
    @Nullable Signal<ChargeTimers> chargeTimers,
    @Nullable Signal<Word> chargingConnectorType,
    @Nullable Signal<Word> detailedChargingStatus,
    @Nullable Signal<Quantity> energyAdded,
    @Nullable Signal<Word> fastChargerType,
    @Nullable Signal<Flag> isCharging,
    @Nullable Signal<Flag> isChargingCableConnected,
    @Nullable Signal<Flag> isChargingCableLatched,
    @Nullable Signal<Flag> isChargingPortFlapOpen,
    @Nullable Signal<Flag> isFastChargerPresent,
    @Nullable Signal<Quantity> timeToComplete,
    @Nullable Signal<Quantity> voltage,
    @Nullable Signal<Quantity> wattage) {}
