package io.evcharging.simulator;

import java.time.Duration;
import java.util.List;

/**
 * A small mixed fleet in which something always happens: eight cars, each at a charger once or
 * twice in twelve hours, never all at once.
 */
public final class DemoFleet {

  private static final String USER = "demo-user";
  private static final Duration PERIOD = Duration.ofHours(12);

  private DemoFleet() {}

  /**
   * The fleet. Meant for a simulator's speed of 60, where its twelve hours take twelve minutes.
   *
   * @return eight cars
   */
  public static List<SimulatedVehicle> vehicles() {
    return List.of(
        SimulatedVehicle.tesla("demo-tesla-3").habit(from(0, 7)).build(),
        SimulatedVehicle.tesla("demo-tesla-y-streaming")
            .habit(from(3, 7).arrivingAt(45))
            .charger(Charger.ac(230, 1, 32))
            .traits(Trait.STREAMING)
            .obedience(Obedience.SOMETIMES)
            .build(),
        SimulatedVehicle.tesla("demo-tesla-s-sleepy")
            .habit(from(11, 1).arrivingAt(15))
            .charger(Charger.dc(150))
            .traits(Trait.SLEEPS)
            .build(),
        SimulatedVehicle.audi("demo-audi-q4").habit(from(5, 6)).build(),
        SimulatedVehicle.audi("demo-audi-etron-plug-unknown")
            .habit(from(8, 8).chargingAfter(Duration.ofHours(1)))
            .traits(Trait.PLUG_UNKNOWN)
            .build(),
        SimulatedVehicle.of("demo-vw-id4", "VOLKSWAGEN", "ID.4")
            .habit(from(1, 8))
            .userId(USER)
            .traits(Trait.STALE_SIGNALS)
            .unsupported("charge-chargerecords", "charge-chargeportstatuscolor")
            .build(),
        SimulatedVehicle.of("demo-bmw-i4", "BMW", "i4")
            .habit(from(7, 4).arrivingAt(40))
            .userId(USER)
            .traits(Trait.OTHER_SIGNALS)
            .timeFormat(TimeFormat.EPOCH_MILLIS)
            .build(),
        SimulatedVehicle.of("demo-ford-mach-e", "FORD", "Mustang Mach-E")
            .habit(from(9, 1).arrivingAt(20))
            .charger(Charger.dc(100))
            .userId(USER)
            .unsupported("charge-chargetimers")
            .build());
  }

  /**
   * The same fleet as {@code config/vehicles.yaml} names it.
   *
   * @return YAML
   */
  public static String vehiclesYaml() {
    return VehiclesYaml.of(vehicles());
  }

  private static Habit from(int hour, int hours) {
    return Habit.every(PERIOD, Duration.ofHours(hour), Duration.ofHours(hours))
        .lateBy(Duration.ofMinutes(15));
  }
}
