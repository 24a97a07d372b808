package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest extends PlanFixture {

  /** Ticks of half an hour until somebody is asked again. */
  private int ticksUntilAsked(Sighting answer) {
    int ticks = 1;
    while (tick(answer).isEmpty()) {
      ticks++;
    }
    return ticks;
  }

  @Test
  void shouldAskByWhatIsKnown() throws IOException {
    open(1, PLENTY);
    assertEquals(1, ticksUntilAsked(is(Mood.CHARGING)));
    assertEquals(1, ticksUntilAsked(is(Mood.PLUGGED_IN)));
    assertEquals(6, ticksUntilAsked(is(Mood.IDLE)));
    assertEquals(8, ticksUntilAsked(is(Mood.CHARGING)));
    assertEquals(1, ticksUntilAsked(is(Mood.CHARGING)));
  }

  @Test
  void shouldAskWhoIsAsleepLessEachTimeUpToAMost() throws IOException {
    open(1, PLENTY);
    tick(is(Mood.IDLE));
    List<Integer> ticks = new ArrayList<>();
    for (int miss = 0; miss < 5; miss++) {
      plan.unreachable(TESLA, "v0");
      int waited = 1;
      while (plan.tick(TESLA).isEmpty() && releases().isEmpty()) {
        clock.advance(TICK);
        waited++;
      }
      plan.started(null, null);
      plan.ended(TESLA.id(), "v0");
      clock.advance(TICK);
      ticks.add(waited);
    }
    assertEquals(List.of(10, 14, 14, 14, 14), ticks);
  }

  @Test
  void shouldAskASleepingOneAtTheHourWhenItWasMetAwake() throws IOException {
    open(1, PLENTY);
    firstOf(plan.tick(TESLA));
    plan.unreachable(TESLA, "v0");
    clock.set(Instant.parse("2026-11-21T18:05:00Z"));
    firstOf(plan.tick(TESLA));
    plan.answered(TESLA, "v0", is(Mood.IDLE));
    clock.set(Instant.parse("2026-11-22T12:05:00Z"));
    firstOf(plan.tick(TESLA));
    plan.unreachable(TESLA, "v0");
    clock.set(Instant.parse("2026-11-22T16:05:00Z"));
    assertEquals(0, waiting(plan.tick(TESLA)));
    clock.set(Instant.parse("2026-11-22T18:35:00Z"));
    assertEquals(1, waiting(plan.tick(TESLA)), "as yesterday");
  }

  private int waiting(List<DuePoll> atOnce) {
    Instant now = clock.instant();
    clock.advance(TICK);
    int all = atOnce.size() + plan.release().size();
    clock.set(now);
    return all;
  }

  private List<DuePoll> releases() {
    clock.advance(TICK.minusMinutes(1));
    List<DuePoll> due = plan.release();
    clock.advance(TICK.minusMinutes(1).negated());
    return due;
  }

  @Test
  void shouldAskOnceWhenChargingShouldBeOver() throws IOException {
    open(1, PLENTY);
    tick(is(Mood.CHARGING));
    DuePoll first = firstOf(plan.tick(TESLA));
    Instant end = clock.instant().plus(Duration.ofMinutes(3));
    plan.answered(TESLA, first.vehicleId(), new Sighting(Mood.CHARGING, end));
    clock.advance(Duration.ofMinutes(4));
    assertEquals(0, plan.release().size());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(1, plan.release().size());
    plan.answered(TESLA, "v0", new Sighting(Mood.CHARGING, clock.instant().plusSeconds(60)));
    clock.advance(Duration.ofMinutes(5));
    assertEquals(0, plan.release().size(), "once");
  }

  @Test
  void shouldSpreadThePollsOfATick() throws IOException {
    open(600, PLENTY);
    int most = plan.tick(TESLA).size();
    int all = most;
    for (int minute = 0; minute < 30; minute++) {
      clock.advance(Duration.ofMinutes(1));
      int now = plan.release().size();
      most = Math.max(most, now);
      all += now;
    }
    assertEquals(600, all);
    assertTrue(most < 60, most + " of 600 in one of 24 minutes");
  }

  @Test
  void shouldPollEverybodyAtEveryTickWhenAdaptivePollingIsOff() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(50, PLENTY);
    for (int tick = 0; tick < 3; tick++) {
      List<DuePoll> due = plan.tick(TESLA);
      assertEquals(50, due.size());
      due.forEach(poll -> answered(poll.vehicleId(), Mood.IDLE));
      clock.advance(Duration.ofMinutes(1));
    }
  }

  /** Of three vehicles one fails each time; there is one call a minute. */
  @Test
  void shouldLetNobodyStarveForThoseThatNeverAnswer() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(3, new BudgetConfig(1, 1, 10_000, 0, Duration.ofMinutes(1)));
    List<String> asked = new ArrayList<>();
    for (int minute = 0; minute < 9; minute++) {
      DuePoll due = firstOf(plan.tick(TESLA));
      plan.started(null, null);
      assertTrue(budget.takeForPoll(due.vehicleId()));
      if (due.vehicleId().equals("v1")) {
        plan.failed(TESLA, "v1");
      } else {
        plan.answered(TESLA, due.vehicleId(), is(Mood.IDLE));
      }
      asked.add(due.vehicleId());
      clock.advance(Duration.ofMinutes(1));
    }
    for (String vehicle : List.of("v0", "v1", "v2")) {
      assertEquals(3, Collections.frequency(asked, vehicle), asked::toString);
    }
  }

  private void answered(String vehicleId, Mood mood) {
    plan.answered(TESLA, vehicleId, is(mood));
    plan.ended(TESLA.id(), vehicleId);
  }

  @Test
  void shouldNotAskWhoHasNotAnsweredYetUntilThePollIsOverOrLost() throws IOException {
    settings.with("evcharging.poll.tesla-charge.schedule", "* * * * * ?");
    settings.with("evcharging.poll.adaptive.enabled", "false");
    open(1, PLENTY);
    assertEquals(1, plan.tick(TESLA).size());
    plan.started(TESLA.id(), "v0");
    clock.advance(PATIENCE.multipliedBy(2));
    assertEquals(0, plan.tick(TESLA).size(), "still under way");
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, plan.tick(TESLA).size(), "given up as lost");
    answered("v0", Mood.IDLE);
    assertEquals(1, plan.tick(TESLA).size(), "over");
  }

  @Test
  void shouldShortenAllIntervalsUnderAFastSchedule() throws IOException {
    settings.with("evcharging.poll.tesla-charge.schedule", "* * * * * ?");
    open(1, PLENTY);
    assertEquals(1, plan.tick(TESLA).size());
    answered("v0", Mood.CHARGING);
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, plan.tick(TESLA).size(), "a charging one at every tick");
    answered("v0", Mood.IDLE);
    for (int second = 1; second < 8; second++) {
      clock.advance(Duration.ofSeconds(1));
      assertEquals(0, plan.tick(TESLA).size(), second + " s");
    }
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, plan.tick(TESLA).size());
  }

  @Test
  void shouldPollAtEveryTickOfASlowSchedule() throws IOException {
    settings.with("evcharging.poll.tesla-charge.schedule", "0 0 8,20 * * ?");
    open(1, PLENTY);
    for (int tick = 0; tick < 3; tick++) {
      assertEquals("v0", firstOf(plan.tick(TESLA)).vehicleId());
      plan.answered(TESLA, "v0", is(Mood.IDLE));
      clock.set(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.HALF_DAYS));
      clock.advance(Duration.ofHours(20));
    }
  }

  /** Of 100 calls of a month, 20 may be spent on its first day: a fifth of all. */
  @Test
  void shouldTellWhoseTurnItIsButForTheMonthsPace() throws IOException {
    settings.with("evcharging.poll.adaptive.enabled", "false");
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    open(2, new BudgetConfig(1000, 1000, 100, 0, Duration.ofMinutes(1)));
    for (int call = 0; call < 20; call++) {
      assertTrue(budget.takeForPoll("v0"));
    }
    assertEquals("v1", firstOf(plan.tick(TESLA)).vehicleId());
    assertEquals(1, plan.aheadOfPace(TESLA));
    assertEquals(Duration.ofDays(31).dividedBy(100), budget.pace());
    clock.advance(budget.pace().multipliedBy(2));
    assertEquals(2, plan.tick(TESLA).size());
    assertEquals(0, plan.aheadOfPace(TESLA));
  }

  @Test
  void shouldKnowOverARestart() throws IOException {
    open(1, PLENTY);
    tick(is(Mood.IDLE));
    plan.close();
    state.close();
    open(1, PLENTY);
    assertEquals(
        8, ticksUntilAsked(is(Mood.IDLE)), "one that nothing is known of is asked at once");
  }
}
