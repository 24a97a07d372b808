package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evcharging.simulator.CarState.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FleetTest {

  private final SimulatorClock clock = SimulatorClock.at(TestFleet.MORNING);

  @Test
  void shouldNameTheDemoFleetInAVehiclesFile() throws IOException {
    JsonNode vehicles = new YAMLMapper().readTree(DemoFleet.vehiclesYaml()).path("vehicles");
    assertEquals(8, vehicles.size());
    assertEquals("demo-tesla-3", vehicles.at("/0/id").asText());
    assertEquals("TESLA", vehicles.at("/0/brand").asText());
    assertEquals("tesla-charge", vehicles.at("/0/sources/0").asText());
    assertEquals("charge-signals", vehicles.at("/5/sources/0").asText());
    assertEquals("demo-user", vehicles.at("/5/userId").asText());
  }

  @Test
  void shouldHaveSomethingHappenInTheDemoAtAnyTime() {
    SmartcarSimulator simulator = simulator(DemoFleet.vehicles());
    for (int step = 0; step < 96; step++) {
      Set<Phase> phases =
          simulator.vehicles().stream()
              .map(car -> car.state().phase())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
      assertTrue(phases.contains(Phase.CHARGING) && phases.size() > 1, phases::toString);
      clock.advance(Duration.ofMinutes(15));
    }
  }

  @Test
  void shouldMakeLargeFleetsThatRepeat() {
    List<SimulatedVehicle> fleet = SimulatedFleet.of(2000, 7);
    assertEquals(2000, fleet.stream().map(SimulatedVehicle::id).distinct().count());
    assertEquals(fleet, SimulatedFleet.of(2000, 7));
    clock.set(Instant.parse("2026-11-20T21:00:00Z"));
    long charging =
        simulator(fleet).vehicles().stream().filter(car -> car.state().charging()).count();
    assertTrue(charging > 200 && charging < 1900, () -> charging + " of 2000");
  }

  @Test
  void shouldRefuseAnIdThatIsUsedTwice() {
    SimulatedVehicle car = SimulatedVehicle.tesla("one").build();
    assertThrows(IllegalArgumentException.class, () -> simulator(List.of(car, car)));
  }

  @Test
  void shouldSayWhichSettingIsWrong() {
    assertEquals(
        "limitPercent is 120, must be from 1 to 100",
        assertThrows(
                IllegalArgumentException.class,
                () -> SimulatedVehicle.tesla("one").limit(120).build())
            .getMessage());
    Duration day = Duration.ofDays(1);
    assertThrows(IllegalArgumentException.class, () -> Habit.every(day, day, Duration.ofHours(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Habit.every(day, Duration.ZERO, day).lateBy(Duration.ofMinutes(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> SimulatedVehicle.tesla("one").unsupported("charge-coffee").build());
  }

  private SmartcarSimulator simulator(List<SimulatedVehicle> fleet) {
    return SmartcarSimulator.builder().clock(clock).vehicles(fleet).build();
  }
}
