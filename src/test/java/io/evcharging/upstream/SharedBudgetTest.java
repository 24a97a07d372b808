package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.StateConfig;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.State;
import io.evcharging.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBudgetTest {

  private static final BudgetConfig FREE_PLAN =
      new BudgetConfig(120, 2, 500, 10, Duration.ofMinutes(1));

  @TempDir Path data;
  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private final StateConfig config = TestPostgres.config();
  private State one;
  private State other;

  @BeforeEach
  void open() {
    one = State.open(config, data);
    other = State.open(config, data);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private Budget on(State state) {
    return new Budget(state, FREE_PLAN, clock);
  }

  @Test
  void shouldSpendOneBucketOnTwoNodesWithManyThreads() {
    Budget[] nodes = {on(one), on(other)};
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 300)
        .parallel()
        .forEach(i -> taken.addAndGet(nodes[i % 2].takeForPoll("v" + i) ? 1 : 0));
    assertEquals(108, taken.get());
    assertEquals(12, IntStream.range(0, 50).filter(i -> nodes[i % 2].takeForCommand("v")).count());
  }

  /** A poll that may not take the commands' calls must not hold one of them for a moment either. */
  @Test
  void shouldNeverRefuseACommandForAPollThatIsRefused() throws Exception {
    Budget polling = on(one);
    Budget commanding = on(other);
    while (polling.takeForPoll("v")) {
      // Down to what is kept.
    }
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> polls = CompletableFuture.runAsync(() -> pollUntil(over, polling));
    for (int i = 0; i < 60; i++) {
      IntStream.range(0, 12).forEach(call -> assertTrue(commanding.takeForCommand("c" + call)));
      clock.advance(Duration.ofMinutes(6)); // twelve come back
    }
    over.set(true);
    polls.get();
  }

  private static void pollUntil(AtomicBoolean over, Budget budget) {
    while (!over.get()) {
      assertFalse(budget.takeForPoll("v"));
    }
  }

  @Test
  void shouldSpendOneLedgerOnTwoNodes() {
    Budget[] nodes = {on(one), on(other)};
    long taken = 0;
    for (int i = 0; i < 480; i++) {
      taken += nodes[i % 2].takeForPoll("v") ? 1 : 0;
      clock.advance(Duration.ofSeconds(30));
    }
    assertEquals(450, taken);
    assertEquals(450, nodes[0].spentThisMonth("v"));
    assertEquals(1, nodes[1].standing().vehiclesSpent());
  }

  /** Health and metrics are asked for just then. */
  @Test
  void shouldTellHowItStoodWhenTheTablesCannotBeReached() {
    State tables = State.open(config, data);
    Budget budget = on(tables);
    budget.look();
    long before = budget.standing().available();
    assertTrue(on(other).takeForPoll("v"));
    assertEquals(before, budget.standing().available());
    budget.look();
    assertEquals(before - 1, budget.standing().available());
    tables.close();
    assertThrows(RuntimeException.class, budget::look);
    assertEquals(before - 1, budget.standing().available());
  }

  @Test
  void shouldComeBackByTwoAMinuteForAllNodesTogether() {
    IntStream.range(0, 200).forEach(i -> on(one).takeForPoll("v" + i));
    clock.advance(Duration.ofSeconds(30));
    assertTrue(on(other).takeForPoll("v"));
    assertFalse(on(one).takeForPoll("v"));
  }

  @Test
  void shouldAdoptOtherLimitsAndForgetNothing() {
    IntStream.range(0, 100).forEach(i -> on(one).takeForPoll("v" + i));
    Budget larger = new Budget(other, new BudgetConfig(1000, 60, 500, 0, Duration.ZERO), clock);
    assertEquals(20, larger.standing().available());
    clock.advance(Duration.ofMinutes(5));
    assertEquals(320, larger.standing().available());
  }

  @Test
  void shouldBelieveTheSourceApiForAllNodes() {
    on(one).drain();
    assertFalse(on(other).takeForCommand("v"));
  }
}
