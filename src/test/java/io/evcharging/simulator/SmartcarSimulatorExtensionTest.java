package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** As an integrator would use it. */
@ExtendWith(SmartcarSimulatorExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmartcarSimulatorExtensionTest {

  private final SmartcarSimulator simulator;

  SmartcarSimulatorExtensionTest(SmartcarSimulator simulator) {
    this.simulator = simulator;
  }

  @Test
  @Order(1)
  void shouldHandOutARunningSimulatorAndItsClock(SimulatorClock clock) throws IOException {
    SimulatorClient client = new SimulatorClient(simulator);
    simulator.vehicle("demo-tesla-3").faults().add(Fault.upstream());
    assertEquals(502, client.tesla("demo-tesla-3").status());
    clock.advance(Duration.ofHours(1));
    assertEquals(Instant.parse("2026-11-20T09:00:00Z"), clock.instant());
  }

  @Test
  @Order(2)
  void shouldForgetWhatTheTestBeforeDid(SimulatorClock clock) throws IOException {
    assertEquals(0, simulator.calls().total());
    assertEquals(200, new SimulatorClient(simulator).tesla("demo-tesla-3").status());
    assertEquals(Instant.parse(SmartcarSimulatorExtension.START), clock.instant());
  }

  @Nested
  class Inside {

    @Test
    void shouldShareTheSimulatorOfTheOuterClass(SmartcarSimulator same) {
      assertSame(simulator, same);
      assertNotNull(same.apiUrl());
    }
  }
}
