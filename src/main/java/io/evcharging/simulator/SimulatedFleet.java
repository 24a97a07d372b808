package io.evcharging.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Fleets of any size, for measuring: half Teslas, a quarter Audis, a quarter read by signals; a
 * tenth of them sleep when idle.
 */
public final class SimulatedFleet {

  private static final List<String> OTHERS = List.of("VOLKSWAGEN", "BMW", "FORD", "KIA", "VOLVO");

  private SimulatedFleet() {}

  /**
   * Cars that come home in the evening and leave in the morning, each a little different.
   *
   * @param size how many; at least 1
   * @param seed what the differences depend on
   * @return cars with the ids {@code sim-00001} and so on
   */
  public static List<SimulatedVehicle> of(int size, long seed) {
    Check.range("size", size, 1, 1_000_000);
    List<SimulatedVehicle> fleet = new ArrayList<>(size);
    for (int number = 1; number <= size; number++) {
      fleet.add(car("sim-%05d".formatted(number), number, new Seeded(seed, "fleet")));
    }
    return List.copyOf(fleet);
  }

  /**
   * A fleet as {@code config/vehicles.yaml} names it.
   *
   * @param fleet any cars
   * @return YAML
   */
  public static String vehiclesYaml(List<SimulatedVehicle> fleet) {
    return VehiclesYaml.of(fleet);
  }

  private static SimulatedVehicle car(String id, int number, Seeded chance) {
    SimulatedVehicleBuilder car = make(id, number);
    LocalTime home = LocalTime.of(16, 0).plusSeconds((long) (4 * 3600 * chance.unit(number, 1)));
    Habit habit = Habit.daily(home, Duration.ofHours(10));
    car.habit(
        habit.arrivingAt(15 + (int) (40 * chance.unit(number, 2))).lateBy(Duration.ofMinutes(45)));
    car.battery(50 + (int) (40 * chance.unit(number, 3)));
    car.limit(chance.unit(number, 4) < 0.7 ? 80 : 90);
    int phases = chance.unit(number, 5) < 0.6 ? 3 : 1;
    car.charger(Charger.ac(230, phases, phases == 3 ? 16 : 32));
    if (chance.unit(number, 6) < 0.1) {
      car.traits(Trait.SLEEPS);
    }
    return car.build();
  }

  private static SimulatedVehicleBuilder make(String id, int number) {
    return switch (number % 4) {
      case 0 -> SimulatedVehicle.audi(id);
      case 1 -> SimulatedVehicle.of(id, OTHERS.get(number / 4 % OTHERS.size()), "EV");
      default -> SimulatedVehicle.tesla(id);
    };
  }
}
