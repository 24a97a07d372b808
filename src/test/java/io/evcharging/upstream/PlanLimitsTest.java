package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the plan may not give out: the budget, the suspensions and the call itself say so. */
class PlanLimitsTest extends PlanFixture {

  @Test
  void shouldGiveOutNoMoreThanTheBudgetAllowsAndTheHungriestFirst() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(50, new BudgetConfig(20, 60, 10_000, 0, Duration.ofMinutes(1)));
    List<DuePoll> first = plan.tick(TESLA);
    assertEquals(20, first.size());
    assertEquals(0, plan.release().size(), "20 are given out and not made yet");
    first.forEach(poll -> plan.answered(TESLA, poll.vehicleId(), is(Mood.IDLE)));
    first.forEach(poll -> plan.started(null, null));
    first.forEach(this::end);
    List<DuePoll> second = plan.tick(TESLA);
    HashSet<String> asked = new HashSet<>();
    first.forEach(poll -> asked.add(poll.vehicleId()));
    assertTrue(second.stream().noneMatch(poll -> asked.contains(poll.vehicleId())));
    assertEquals(30, plan.heldBack() + second.size() - 20);
  }

  @Test
  void shouldNotPlanFasterThanAMonthsCallsAllow() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    clock.set(Instant.parse("2026-11-01T00:00:00Z"));
    open(1, new BudgetConfig(1_000_000, 1_000_000, 100, 0, Duration.ofMinutes(1)));
    Budget budget = new Budget(state, new BudgetConfig(9, 9, 100, 0, TICK), clock);
    assertEquals(20, budget.planLimit());
  }

  @Test
  void shouldNotAskWhoIsToBeLeftAloneAndNobodyInTheApplicationsWait() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(3, PLENTY);
    suspensions.suspend(
        Vehicles.open(data.resolve("vehicles.yaml")).byId("v1").orElseThrow(), null, null, "403");
    List<DuePoll> asked = plan.tick(TESLA);
    assertEquals(2, asked.size());
    asked.forEach(this::end);
    suspensions.suspendApplication(clock.instant().plusSeconds(60), "429");
    assertEquals(0, plan.tick(TESLA).size());
    clock.advance(Duration.ofSeconds(60));
    assertEquals(2, plan.tick(TESLA).size());
  }

  @Test
  void shouldAskAgainWhoWasHeldBackAtTheCall() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(1, PLENTY);
    assertEquals(1, plan.tick(TESLA).size());
    plan.heldBack(TESLA, "v0");
    assertEquals(1, plan.release().size());
  }

  /** Else it would be asked when the others leave calls: at the same hours each day. */
  @Test
  void shouldNotPutWhoSleepsBehindThoseThatAnswer() throws IOException {
    open(1, PLENTY);
    Vehicles list = Vehicles.open(data.resolve("vehicles.yaml"));
    Rhythms rhythms = Rhythms.of(EvChargingConfig.read(settings).poll(), clock.instant());
    Turns turns = new Turns(list, rhythms, suspensions, PATIENCE.toMillis());
    Pace asleep = pace(Mood.ASLEEP, Duration.ofHours(20));
    asleep.failed = clock.millis() - Duration.ofHours(5).toMillis();
    Pace charging = pace(Mood.CHARGING, Duration.ofHours(1));
    assertTrue(turns.hunger(asleep, clock.millis()) > turns.hunger(charging, clock.millis()));
  }

  private Pace pace(Mood mood, Duration sinceSuccess) {
    Pace pace = new Pace("v0", TESLA);
    pace.mood = mood;
    pace.success = clock.millis() - sinceSuccess.toMillis();
    return pace;
  }
}
