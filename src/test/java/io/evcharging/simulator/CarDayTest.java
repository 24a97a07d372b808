package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.CarState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarDayTest {

  private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

  private final SimulatorClock clock = SimulatorClock.at(MORNING);

  @Test
  void shouldPlugInChargeCompleteAndDriveOffOverADay() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car"));
    List<Phase> seen = new ArrayList<>();
    for (int minute = 0; minute < 24 * 60; minute++) {
      Phase phase = car.state().phase();
      if (seen.isEmpty() || seen.get(seen.size() - 1) != phase) {
        seen.add(phase);
      }
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(
        List.of(Phase.UNPLUGGED, Phase.WAITING, Phase.CHARGING, Phase.COMPLETE, Phase.UNPLUGGED),
        seen);
  }

  @Test
  void shouldDrawWhatVoltageCurrentAndPhasesMake() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car"));
    at("2026-11-20T19:00:00Z");
    CarState state = car.state();
    assertEquals(32, state.amps());
    assertEquals(state.amps() * state.volts() * 3, state.watts());
    assertTrue(Math.abs(state.volts() - 230) <= 3, () -> state.volts() + " V");
  }

  @Test
  void shouldAddEnergyAsTimePassesUntilTheLimit() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car").limit(70));
    at("2026-11-20T19:00:00Z");
    CarState early = car.state();
    at("2026-11-20T19:30:00Z");
    CarState later = car.state();
    double gained = later.energyAddedKilowattHours() - early.energyAddedKilowattHours();
    assertEquals(early.watts() * 0.92 / 2000, gained, 0.01);
    at("2026-11-21T05:00:00Z");
    assertEquals(70, car.state().stateOfChargePercent(), 0.001);
  }

  @Test
  void shouldCompleteWhenItSaidItWould() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car"));
    at("2026-11-20T19:00:00Z");
    Instant completesAt = car.state().completesAt();
    assertNotNull(completesAt);
    assertEquals(Phase.CHARGING, car.stateAt(completesAt.minusSeconds(5)).phase());
    assertEquals(Phase.COMPLETE, car.stateAt(completesAt.plusSeconds(5)).phase());
  }

  @Test
  void shouldKeepTheEnergyOfTheLastSessionAndLoseChargeOnTheRoad() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car"));
    CarState parked = car.stateAt(Instant.parse("2026-11-21T05:59:00Z"));
    CarState away = car.stateAt(Instant.parse("2026-11-21T15:00:00Z"));
    assertEquals(parked.energyAddedKilowattHours(), away.energyAddedKilowattHours());
    assertTrue(away.stateOfChargePercent() < parked.stateOfChargePercent());
    assertEquals(0, away.watts());
    assertNull(away.completesAt());
  }

  @Test
  void shouldTakeLessNearTheTopOfTheBattery() {
    SimulatedCar fast = car(SimulatedVehicle.tesla("car").charger(Charger.dc(150)).limit(95));
    Instant plugIn = Instant.parse("2026-11-20T18:00:00Z");
    double first = fast.stateAt(plugIn.plusSeconds(120)).watts();
    Instant end = fast.stateAt(plugIn.plusSeconds(120)).completesAt();
    assertNotNull(end);
    double last = fast.stateAt(end.minusSeconds(30)).watts();
    assertTrue(last < first / 2, () -> first + " W, then " + last + " W");
  }

  @Test
  void shouldWaitForItsTimer() {
    Habit late = Habit.daily(LocalTime.of(18, 0), Duration.ofHours(12));
    SimulatedCar car =
        car(SimulatedVehicle.audi("car").habit(late.chargingAfter(Duration.ofHours(4))));
    at("2026-11-20T21:59:00Z");
    assertEquals(Phase.WAITING, car.state().phase());
    at("2026-11-20T22:01:00Z");
    assertEquals(Phase.CHARGING, car.state().phase());
  }

  @Test
  void shouldFallAsleepWhenIdleAndWakeWhenPluggedIn() {
    SimulatedCar car = car(SimulatedVehicle.tesla("car").traits(Trait.SLEEPS));
    at("2026-11-21T06:19:00Z");
    assertFalse(car.state().asleep());
    at("2026-11-21T06:21:00Z");
    assertEquals(Instant.parse("2026-11-21T06:20:00Z"), car.state().asleepSince());
    at("2026-11-21T18:01:00Z");
    assertFalse(car.state().asleep());
  }

  @Test
  void shouldLiveFasterThanTheClockWhenToldTo() {
    at("2026-11-20T17:59:00Z");
    SimulatedCar car = simulator(60, SimulatedVehicle.tesla("car")).vehicle("car");
    clock.advance(Duration.ofSeconds(2));
    CarState state = car.state();
    assertEquals(Phase.CHARGING, state.phase());
    Instant completesAt = state.completesAt();
    assertNotNull(completesAt);
    Duration left = Duration.between(clock.instant(), completesAt);
    assertTrue(left.toMinutes() < 5, () -> left + " is not within minutes");
    clock.set(completesAt.plusSeconds(1));
    assertEquals(Phase.COMPLETE, car.state().phase());
  }

  private SimulatedCar car(SimulatedVehicleBuilder vehicle) {
    return simulator(1, vehicle).vehicle("car");
  }

  private SmartcarSimulator simulator(double speed, SimulatedVehicleBuilder vehicle) {
    return SmartcarSimulator.builder()
        .clock(clock)
        .speed(speed)
        .vehicles(List.of(vehicle.build()))
        .build();
  }

  private void at(String time) {
    clock.set(Instant.parse(time));
  }
}
