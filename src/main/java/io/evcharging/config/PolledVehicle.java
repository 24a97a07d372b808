package io.evcharging.config;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle, and what it is polled for.
 *
 * @param vehicle id and brand, the brand in upper case
 * @param sources in the order of the enum, unmodifiable; none where the file says {@code []}
 * @param userId {@code sc-user-id} of the signals; {@code null} where the file names none
 */
public record PolledVehicle(Vehicle vehicle, Set<ChargeSource> sources, @Nullable String userId) {}
