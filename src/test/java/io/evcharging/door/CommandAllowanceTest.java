package io.evcharging.door;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evcharging.command.SmartcarCall.NotNowException;
import io.evcharging.config.BudgetConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandAllowanceTest {

  @TempDir Path data;
  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private State state;
  private Vehicles vehicles;
  private Suspensions suspensions;
  private Budget budget;
  private CommandAllowance allowance;

  @BeforeEach
  void open() throws IOException {
    Path file = data.resolve("vehicles.yaml");
    Files.writeString(file, "vehicles: [{id: a, brand: Tesla}, {id: b, brand: Tesla}]");
    state = State.open(data);
    vehicles = Vehicles.open(file);
    suspensions = new Suspensions(state, vehicles, clock);
    budget = new Budget(state, new BudgetConfig(10, 1, 500, 50, Duration.ofMinutes(1)), clock);
    allowance = new CommandAllowance(vehicles, suspensions, budget, clock);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void shouldTakeFromTheShareThatIsKeptForCommands() {
    for (int poll = 0; poll < 20; poll++) {
      budget.takeForPoll("b");
    }
    for (int command = 0; command < 5; command++) {
      assertDoesNotThrow(() -> allowance.take("a"));
    }
    NotNowException refused = assertThrows(NotNowException.class, () -> allowance.take("a"));
    assertEquals(Duration.ofMinutes(1), refused.retryAfter());
  }

  @Test
  void shouldSendNothingInAWait() {
    suspensions.suspend(
        vehicles.byId("a").orElseThrow(), null, clock.instant().plusSeconds(40), "HTTP 429");
    NotNowException refused = assertThrows(NotNowException.class, () -> allowance.take("a"));
    assertEquals(Duration.ofSeconds(40), refused.retryAfter());
    assertDoesNotThrow(() -> allowance.take("b"));
    suspensions.suspendApplication(null, "HTTP 430");
    assertThrows(NotNowException.class, () -> allowance.take("b"));
  }

  @Test
  void shouldSendToWhomIsOnlyNotToBePolled() {
    suspensions.suspend(vehicles.byId("a").orElseThrow(), null, null, "HTTP 403 PERMISSION");
    assertDoesNotThrow(() -> allowance.take("a"));
  }
}
