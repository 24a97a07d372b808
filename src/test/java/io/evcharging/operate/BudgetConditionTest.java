package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.state.State;
import io.evcharging.testing.HandClock;
import io.evcharging.upstream.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetConditionTest {

  @TempDir private Path data;
  private final HandClock clock = HandClock.at("2026-11-30T23:00:00Z");
  private State state;

  @BeforeEach
  void open() {
    state = State.open(data);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void shouldBeIllWhileTheApplicationsCallsAreSpentAndWellWhenTheyComeBack() {
    Budget budget = budget(10, 100);
    BudgetCondition condition = new BudgetCondition(budget);
    assertEquals(
        Map.of(
            "available",
            10L,
            "capacity",
            10L,
            "keptForCommands",
            1L,
            "vehiclesAheadOfPace",
            0L,
            "vehiclesBeyond70",
            0L,
            "vehiclesBeyond90",
            0L,
            "vehiclesSpent",
            0L),
        condition.read().facts());
    spend(budget, "v", 20);
    assertFalse(condition.read().well());
    assertTrue(condition.read().reason().startsWith("the application's calls are spent"));
    clock.advance(Duration.ofMinutes(1));
    assertTrue(condition.read().well(), condition.read()::toString);
  }

  @Test
  void shouldCountVehiclesByWhatTheyHaveSpentAndBeWellInTheNextMonth() {
    Budget budget = budget(1000, 10);
    BudgetCondition condition = new BudgetCondition(budget);
    spend(budget, "much", 7);
    assertTrue(condition.read().well());
    assertEquals(1L, condition.read().facts().get("vehiclesBeyond70"));
    clock.set("2026-11-15T00:00:00Z");
    assertTrue(condition.read().reason().contains("1 vehicles are ahead of their month's pace"));
    clock.set("2026-11-30T23:00:00Z");
    spend(budget, "all", 9);
    assertTrue(budget.takeForCommand("all"));
    assertEquals(1L, condition.read().facts().get("vehiclesSpent"));
    assertTrue(condition.read().reason().startsWith("1 vehicles have spent"));
    clock.advance(Duration.ofHours(2));
    assertTrue(condition.read().well(), condition.read()::toString);
  }

  private Budget budget(int capacity, int perMonth) {
    return new Budget(
        state, new BudgetConfig(capacity, 2, perMonth, 10, Duration.ofMinutes(1)), clock);
  }

  private static void spend(Budget budget, String vehicleId, int calls) {
    for (int call = 0; call < calls; call++) {
      budget.takeForPoll(vehicleId);
    }
  }
}
