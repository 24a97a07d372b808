package io.evcharging.door.rest;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, proven.
 *
 * @param name of the key, or the subject of the token
 * @param vehicles the only vehicles that are theirs; empty for all
 * @param brands the only makes that are theirs, upper case; empty for all
 */
record Caller(String name, Set<String> vehicles, Set<String> brands) {

  /** Of a vehicle that nobody knows, a caller who is held to some learns no more than of others. */
  boolean may(String vehicleId, Vehicles known) {
    if (!vehicles.isEmpty() && !vehicles.contains(vehicleId)) {
      return false;
    }
    Optional<PolledVehicle> vehicle = known.byId(vehicleId);
    return brands.isEmpty()
        || vehicle.map(found -> brands.contains(found.vehicle().brand())).orElse(false);
  }
}
