package io.evcharging.door.rest;

import io.evcharging.config.DoorConfig;
import io.evcharging.config.Vehicles;
import java.time.Clock;
import java.util.Map;

/** Puts the door together. */
public final class DoorParts {

  private DoorParts() {}

  /**
   * The beans of the door's routes.
   *
   * @param config who may come in
   * @param vehicles the known ones, for keys that are held to a make
   * @param clock for the time limits of tokens
   * @return by the names that the routes use
   */
  public static Map<String, Object> of(DoorConfig config, Vehicles vehicles, Clock clock) {
    FailedLogins failures = new FailedLogins(clock);
    Door door = new Door(config, failures, clock);
    return Map.of(
        "evchargingAmperageDoor", new AmperageDoor(door, vehicles),
        "evchargingAmperageAnswer", new AmperageAnswer(),
        "evchargingReadDoor", new ReadDoor(door),
        "evchargingReadAnswer", new ReadAnswer(vehicles),
        "evchargingDoorFailure", new DoorFailure(),
        "evchargingOpenApi", new OpenApi(),
        "evchargingFailedLogins", failures);
  }
}
