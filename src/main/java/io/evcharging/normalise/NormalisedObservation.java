package io.evcharging.normalise;

import io.evcharging.canonical.ChargingObservation;

/**
 * An observation and its JSON, written once and shared by all deliveries.
 *
 * @param observation the record
 * @param json UTF-8, one line without its end
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared, and a copy for each delivery is what it saves
public record NormalisedObservation(ChargingObservation observation, byte[] json) {}
