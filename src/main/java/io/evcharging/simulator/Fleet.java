package io.evcharging.simulator;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cars of a running simulator, in the order in which they were given. */
final class Fleet {

  private final Map<String, SimulatedCar> cars = new LinkedHashMap<>();
  private final List<String> ids;

  Fleet(List<SimulatedVehicle> vehicles, long seed, Clock clock, Timeline timeline) {
    for (SimulatedVehicle vehicle : vehicles) {
      SimulatedCar car = new SimulatedCar(vehicle, seed, clock, timeline);
      boolean fresh = cars.put(vehicle.id(), car) == null;
      Check.that(fresh, "vehicle id", vehicle.id(), "used once");
    }
    ids = List.copyOf(cars.keySet());
  }

  Collection<SimulatedCar> cars() {
    return cars.values();
  }

  List<String> ids() {
    return ids;
  }

  @Nullable SimulatedCar find(String id) {
    return cars.get(id);
  }

  SimulatedCar car(String id) {
    SimulatedCar car = cars.get(id);
    if (car == null) {
      throw ApiException.unknownVehicle(id);
    }
    return car;
  }
}
