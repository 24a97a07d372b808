package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatableTest {

  @Test
  void shouldAnswerTheSameWithTheSameSeedAndClock() throws IOException {
    assertEquals(day(42), day(42));
  }

  @Test
  void shouldAnswerOtherwiseWithAnotherSeed() throws IOException {
    assertNotEquals(day(42), day(43));
  }

  private static List<String> day(long seed) throws IOException {
    SimulatorClock clock = SimulatorClock.at(TestFleet.MORNING);
    List<String> answers = new ArrayList<>();
    try (SmartcarSimulator simulator =
        SmartcarSimulator.builder()
            .clock(clock)
            .seed(seed)
            .vehicles(SimulatedFleet.of(8, seed))
            .build()
            .start()) {
      SimulatorClient client = new SimulatorClient(simulator);
      for (int hour = 0; hour < 24; hour++) {
        answers.add(client.tesla("sim-00002").http().body());
        answers.add(client.audi("sim-00004").http().body());
        answers.add(client.get("/v3/vehicles/sim-00001/signals/charge-wattage").http().body());
        answers.add(client.ammeter("sim-00003", "9").header("SC-Request-Id"));
        clock.advance(Duration.ofHours(1));
      }
    }
    return answers;
  }
}
