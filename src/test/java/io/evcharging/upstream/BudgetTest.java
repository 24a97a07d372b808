package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.State;
import io.evcharging.testing.Logged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

  private static final BudgetConfig FREE_PLAN =
      new BudgetConfig(120, 2, 500, 10, Duration.ofMinutes(1));

  @TempDir Path data;
  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private State state;
  private Budget budget;

  @BeforeEach
  void open() {
    state = State.open(data);
    budget = new Budget(state, FREE_PLAN, clock);
  }

  @AfterEach
  void close() {
    state.close();
  }

  /** As after kill -9: nothing was closed. */
  private void restart() {
    budget = new Budget(state, FREE_PLAN, clock);
  }

  private long polls(int attempts) {
    return IntStream.range(0, attempts).filter(i -> budget.takeForPoll("v" + i)).count();
  }

  private long pollsOf(String vehicleId, int attempts) {
    long taken = 0;
    for (int i = 0; i < attempts; i++) {
      taken += budget.takeForPoll(vehicleId) ? 1 : 0;
      clock.advance(Duration.ofSeconds(30));
    }
    return taken;
  }

  @Test
  void shouldKeepAShareOfTheApplicationsCallsForCommands() {
    assertEquals(108, polls(200));
    assertEquals(0, budget.availableForPolls());
    assertEquals(12, IntStream.range(0, 50).filter(i -> budget.takeForCommand("v" + i)).count());
    assertFalse(budget.takeForList());
  }

  @Test
  void shouldComeBackByTwoAMinute() {
    polls(200);
    clock.advance(Duration.ofSeconds(29));
    assertEquals(0, polls(5));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, polls(5));
    clock.advance(Duration.ofDays(1));
    assertEquals(108, polls(200));
  }

  @Test
  void shouldKeepAShareOfAVehiclesCallsForCommands() {
    assertEquals(450, pollsOf("v", 600));
    assertEquals(50, IntStream.range(0, 60).filter(i -> budget.takeForCommand("v")).count());
    assertEquals(500, budget.spentThisMonth("v"));
  }

  @Test
  void shouldWarnOnceAt70AndAt90PerCent() {
    try (Logged log = Logged.by(Ledger.class)) {
      pollsOf("v", 450);
      assertEquals(
          List.of(
              "WARN budget vehicleId=v has spent 350 of its 500 calls of this month, 70 %",
              "WARN budget vehicleId=v has spent 450 of its 500 calls of this month, 90 %"),
          log.lines());
    }
  }

  @Test
  void shouldBeginANewMonthInUtc() {
    clock.set(java.time.Instant.parse("2026-11-30T20:00:00Z"));
    assertEquals(450, pollsOf("v", 470));
    assertTrue(clock.instant().isBefore(java.time.Instant.parse("2026-12-01T00:00:00Z")));
    clock.set(java.time.Instant.parse("2026-12-01T00:00:00Z"));
    assertTrue(budget.takeForPoll("v"));
    assertEquals(1, budget.spentThisMonth("v"));
  }

  @Test
  void shouldNeverForgetACallThoughTheProcessIsKilled() {
    int taken = 0;
    for (int kill = 0; kill < 20; kill++) {
      for (int call = 0; call <= kill % 3; call++) {
        taken += budget.takeForPoll("v") ? 1 : 0;
      }
      restart();
      assertTrue(budget.spentThisMonth("v") >= taken, "the ledger has forgotten calls");
      assertTrue(budget.standing().available() <= 120 - taken, "the bucket has forgotten calls");
    }
    assertTrue(taken > 30);
  }

  @Test
  void shouldForgetNothingAndAddNothingOverAnOrderlyStop() {
    polls(50);
    pollsOf("v1", 7);
    long available = budget.standing().available();
    budget.close();
    restart();
    assertEquals(8, budget.spentThisMonth("v1"));
    assertEquals(available, budget.standing().available());
  }

  @Test
  void shouldRefillForTheTimeItWasStopped() {
    polls(200);
    budget.close();
    clock.advance(Duration.ofMinutes(10));
    restart();
    assertEquals(20, polls(200));
  }

  @Test
  void shouldReserveForManyInOneGo() {
    budget.reserve(List.of("a", "b"));
    assertTrue(budget.takeForPoll("a"));
    assertEquals(1, budget.spentThisMonth("a"));
    restart();
    assertEquals(5, budget.spentThisMonth("a"), "written in advance");
  }

  @Test
  void shouldSpreadTheCallsOfAMonth() {
    clock.set(java.time.Instant.parse("2026-11-01T00:00:00Z"));
    assertEquals(90, budget.planLimit());
    clock.set(java.time.Instant.parse("2026-11-16T00:00:00Z"));
    assertEquals(270, budget.planLimit());
    clock.set(java.time.Instant.parse("2026-11-30T00:00:00Z"));
    assertEquals(438, budget.planLimit());
  }

  @Test
  void shouldCountThoseThatHaveSpentMuch() {
    pollsOf("much", 350);
    pollsOf("more", 449);
    Budget.Standing standing = budget.standing();
    assertEquals(2, standing.vehiclesAheadOfPace());
    assertEquals(2, standing.vehiclesBeyond70());
    assertEquals(0, standing.vehiclesBeyond90());
    pollsOf("more", 1);
    assertEquals(1, budget.standing().vehiclesBeyond90());
  }

  @Test
  void shouldBelieveTheSourceApiThatNothingIsLeft() {
    budget.drain();
    assertEquals(0, budget.standing().available());
    assertFalse(budget.takeForCommand("v"));
    restart();
    assertEquals(0, budget.standing().available());
  }

  @Test
  void shouldHaveCallsLeftHoweverOftenItIsKilled() {
    for (int kill = 0; kill < 100; kill++) {
      assertEquals(1, pollsOf("v", 1));
      restart();
    }
    assertTrue(budget.spentThisMonth("v") < 350, "of 500, for 100 calls");
  }

  @Test
  void shouldForgetNoCallsWhenTheTableCouldNotBeWritten() {
    rename("evcharging_ledger", "away");
    assertThrows(RuntimeException.class, () -> budget.takeForPoll("v"));
    assertThrows(RuntimeException.class, () -> budget.reserve(List.of("v")));
    rename("away", "evcharging_ledger");
    assertEquals(3, pollsOf("v", 3));
    restart();
    assertTrue(budget.spentThisMonth("v") >= 3, "spent " + budget.spentThisMonth("v"));
  }

  private void rename(String table, String name) {
    state.jdbi().useHandle(handle -> handle.execute("alter table " + table + " rename to " + name));
  }
}
