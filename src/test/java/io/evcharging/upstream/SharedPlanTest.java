package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.StateConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.testing.Logged;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same rules on PostgreSQL, with a second node that does every other step. */
class SharedPlanTest extends PlanTest {

  private final StateConfig config = TestPostgres.config();

  @Override
  State tables() {
    return State.open(config, data);
  }

  @Override
  Planning plan(Vehicles list, Rhythms rhythms, Budget budget) {
    return new InTurn(node(list, rhythms, budget), node(list, rhythms, budget));
  }

  private SharedPlan node(Vehicles list, Rhythms rhythms, Budget budget) {
    return new SharedPlan(
        state,
        new Nodes(state, "alive"),
        list,
        rhythms,
        suspensions,
        budget,
        PATIENCE,
        () -> 0.5,
        clock);
  }

  @Test
  void shouldAskAtTheNextTickWhomADeadNodeMayHaveAsked() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(1, PLENTY);
    assertEquals(1, plan.tick(TESLA).size());
    long asked = clock.millis();
    clock.advance(TICK);
    assertEquals(0, plan.tick(TESLA).size(), "it is being asked");
    died(asked);
    assertEquals(1, plan.tick(TESLA).size());
  }

  /** It waits for eight ticks from one poll to the next. */
  @Test
  void shouldGiveATurnThatHasDiedWithItsNodeAtTheNextTick() throws IOException {
    open(1, PLENTY);
    tick(is(Mood.IDLE));
    int ticks = 1;
    while (turns() == 0) {
      ticks++;
    }
    assertEquals(8, ticks);
    assertEquals(0, turns(), "it may still be on the polls channel");
    died(clock.millis());
    assertEquals(1, turns());
    plan.started(TESLA.id(), "v0");
    died(clock.millis());
    assertEquals(0, turns(), "it has started: the broker delivers it again");
  }

  private void died(long at) {
    state
        .jdbi()
        .useHandle(
            handle -> handle.execute("insert into evcharging_node values (?, ?)", "dead" + at, at));
  }

  /** How many are given out in the time of one tick. */
  private int turns() {
    int given = plan.tick(TESLA).size();
    for (int minute = 0; minute < TICK.toMinutes(); minute++) {
      clock.advance(Duration.ofMinutes(1));
      given += plan.release().size();
    }
    return given;
  }

  @Test
  void shouldSayOnceThatPollsWaitForTheBudget() throws IOException {
    try (Logged log = Logged.by(Plan.class)) {
      settings.with("evcharging.poll.adaptive.enabled", "false");
      open(3, new BudgetConfig(2, 60, 500, 0, Duration.ZERO));
      List<DuePoll> due = plan.tick(TESLA);
      IntStream.range(0, 4).forEach(second -> plan.release());
      due.forEach(this::end);
      clock.advance(Duration.ofMinutes(1));
      IntStream.range(0, 4).forEach(second -> plan.release());
      List<String> said = log.lines();
      assertEquals(4, said.size(), "each of the two nodes, once per change: " + said);
      assertTrue(
          said.get(0).startsWith("WARN budget: 1 polls wait, 2 calls are left"), said.get(0));
      assertEquals("INFO budget: no poll waits any more", said.get(3));
    }
  }

  /** What one of them has learnt the other one acts on. */
  private static final class InTurn implements Planning {

    private final List<SharedPlan> nodes;
    private SharedPlan ticked;
    private int steps;

    InTurn(SharedPlan one, SharedPlan other) {
      this.nodes = List.of(one, other);
      this.ticked = one;
    }

    private SharedPlan next() {
      nodes.forEach(SharedPlan::tell);
      return nodes.get(steps++ % 2);
    }

    @Override
    public List<DuePoll> tick(ChargeSource source) {
      ticked = next();
      return ticked.tick(source);
    }

    @Override
    public List<DuePoll> release() {
      return next().release();
    }

    @Override
    public boolean started(@Nullable String source, @Nullable String vehicleId) {
      return next().started(source, vehicleId);
    }

    @Override
    public void ended(@Nullable String source, @Nullable String vehicleId) {
      next().ended(source, vehicleId);
    }

    @Override
    public void answered(ChargeSource source, String vehicleId, Sighting sighting) {
      nodes.get(steps++ % 2).answered(source, vehicleId, sighting);
    }

    @Override
    public void unreachable(ChargeSource source, String vehicleId) {
      next().unreachable(source, vehicleId);
    }

    @Override
    public void failed(ChargeSource source, String vehicleId) {
      next().failed(source, vehicleId);
    }

    @Override
    public void heldBack(ChargeSource source, String vehicleId) {
      next().heldBack(source, vehicleId);
    }

    @Override
    public int aheadOfPace(ChargeSource source) {
      return ticked.aheadOfPace(source);
    }

    @Override
    public int heldBack() {
      return Math.max(nodes.get(0).heldBack(), nodes.get(1).heldBack());
    }

    @Override
    public void close() {
      nodes.forEach(SharedPlan::close);
    }
  }
}
