package io.evcharging.simulator;

import java.time.Duration;
import java.util.List;

/** One car of each kind; at 19:00 UTC those at home charge, at 08:00 they are on the road. */
final class TestFleet {

  static final String EVENING = "2026-11-20T19:00:00Z";
  static final String MORNING = "2026-11-20T08:00:00Z";

  private TestFleet() {}

  static List<SimulatedVehicle> vehicles() {
    return List.of(
        SimulatedVehicle.tesla("tesla").build(),
        SimulatedVehicle.tesla("streaming").traits(Trait.STREAMING).build(),
        SimulatedVehicle.tesla("sleepy").traits(Trait.SLEEPS).build(),
        SimulatedVehicle.tesla("stubborn").obedience(Obedience.NEVER).build(),
        SimulatedVehicle.tesla("moody")
            .obedience(Obedience.SOMETIMES)
            .reaction(Duration.ZERO)
            .build(),
        SimulatedVehicle.audi("audi").build(),
        SimulatedVehicle.audi("audi-null").traits(Trait.PLUG_UNKNOWN).build(),
        SimulatedVehicle.of("vw", "Volkswagen", "ID.4").unsupported("charge-voltage").build(),
        SimulatedVehicle.of("stale", "VOLKSWAGEN", "ID.3").traits(Trait.STALE_SIGNALS).build(),
        SimulatedVehicle.of("empty", "KIA", "EV6").traits(Trait.EMPTY_SIGNALS).build(),
        SimulatedVehicle.of("owned", "BMW", "i4").userId("user-1").build(),
        SimulatedVehicle.of("bare-headers", "FORD", "Mustang Mach-E")
            .traits(Trait.NO_AGE_HEADERS, Trait.OTHER_SIGNALS)
            .timeFormat(TimeFormat.EPOCH_MILLIS)
            .build());
  }

  static SmartcarSimulatorExtension extension() {
    return new SmartcarSimulatorExtension(builder -> builder.vehicles(vehicles()));
  }
}
