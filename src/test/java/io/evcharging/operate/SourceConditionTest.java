package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.SourceConfig;
import io.evcharging.poll.PollHistory;
import io.evcharging.poll.PollOutcome;
import io.evcharging.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceConditionTest {

  private static final String SOURCE = "tesla-charge";

  private final HandClock clock = HandClock.at("2026-11-21T08:00:00Z");
  private @Nullable Instant underWay;
  private final PollHistory history = history(false);
  private int vehicles = 2;
  private @Nullable Instant leftAlone;

  /** Every hour at five past; three ticks may be missed, an answer takes five minutes at most. */
  private final Overdue overdue =
      new Overdue(
          new SourceConfig(true, "0 5 * * * ?"), ZoneId.of("UTC"), 3, Duration.ofMinutes(5));

  private final SourceCondition condition = condition(history);

  private PollHistory history(boolean shared) {
    return new PollHistory(shared, source -> Optional.ofNullable(underWay), clock);
  }

  private SourceCondition condition(PollHistory polls) {
    return new SourceCondition(
        SOURCE,
        overdue,
        polls,
        () -> vehicles,
        () -> Optional.ofNullable(leftAlone),
        () -> Duration.ofMinutes(90),
        clock);
  }

  @Test
  void shouldBeWellBeforeItsFirstPollsAreOverdue() {
    history.planned(SOURCE);
    clock.set("2026-11-21T10:10:00Z");

    Reading reading = condition.read();
    assertTrue(reading.well());
    assertEquals(
        "no answer yet, the first is waited for until 2026-11-21T10:10:00Z", reading.reason());
  }

  @Test
  void shouldBeIllWhenNoPollHasEverSucceeded() {
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.STOPPED, 1);
    clock.set("2026-11-21T10:05:01Z");

    Reading reading = condition.read();
    assertFalse(reading.well());
    assertEquals(
        "no poll has succeeded since the start; 1 were asked for, the last ended as stopped",
        reading.reason());
    assertEquals(1L, reading.facts().get("stopped"));
  }

  @Test
  void shouldBeIllWhenPollsHang() {
    history.planned(SOURCE);
    history.planned(SOURCE);
    clock.set("2026-11-21T11:00:00Z");

    assertEquals(
        "no poll has succeeded since the start; 2 were asked for, none has ended",
        condition.read().reason());
  }

  @Test
  void shouldWaitForNoAnswerButThoseOfTheTicksThatWentBy() {
    history.planned(SOURCE);
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.RETRY_LATER, 1);
    underWay = clock.instant();
    clock.set("2026-11-21T10:10:00Z");
    assertTrue(condition.read().well(), "one of its polls may have an answer yet");
    underWay = Instant.parse("2026-11-21T10:05:01Z");
    assertFalse(condition.read().well(), "all of them have failed");
  }

  @Test
  void shouldCountFromTheFirstPollAfterTheLastSuccess() {
    clock.set("2026-11-21T10:06:00Z");
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.OBSERVED, 1);
    clock.set("2026-11-21T11:05:00Z");
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.FAILED, 1);
    clock.set("2026-11-21T14:05:00Z");
    assertEquals("last answer 3 h ago", condition.read().reason());

    clock.set("2026-11-21T14:05:01Z");
    assertEquals(
        "no poll has succeeded for 3 h; 1 were asked for, the last ended as failed",
        condition.read().reason());
  }

  /** Vehicles that nothing happens with are asked seldom. */
  @Test
  void shouldNotCountTheTimeInWhichNobodyWasAsked() {
    history.ended(SOURCE, PollOutcome.OBSERVED, 1);
    clock.set("2026-11-21T20:00:00Z");
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.RETRY_LATER, 1);
    clock.set("2026-11-21T22:05:00Z");
    assertTrue(condition.read().well(), "a single fault");
    clock.set("2026-11-21T22:05:01Z");
    assertFalse(condition.read().well());
  }

  @Test
  void shouldForgetThatItWantedToAsk() {
    history.ended(SOURCE, PollOutcome.OBSERVED, 1);
    history.planned(SOURCE);
    history.ended(SOURCE, PollOutcome.HELD, 1);
    clock.advance(Duration.ofHours(5));
    history.planned(SOURCE);
    assertTrue(condition.read().well(), condition.read()::toString);
  }

  @Test
  void shouldBeWellAgainAfterASuccess() {
    history.planned(SOURCE);
    clock.set("2026-11-21T12:00:00Z");
    assertFalse(condition.read().well());

    history.ended(SOURCE, PollOutcome.NO_DATA, 1);
    assertTrue(condition.read().well());
  }

  /** It is the vehicles that sleep; how old their data are is told elsewhere. */
  @Test
  void shouldBeWellWhileEveryVehicleSleeps() {
    for (int hour = 0; hour < 48; hour++) {
      history.planned(SOURCE);
      history.ended(SOURCE, PollOutcome.VEHICLE_STATE, 1);
      clock.advance(Duration.ofHours(1));
      assertTrue(condition.read().well(), condition.read()::toString);
    }
    assertEquals(48L, condition.read().facts().get("vehicle-state"));
  }

  /** A poll every 90 minutes is what the month allows; a commanded car has spent some of them. */
  @Test
  void shouldBeIllWhenTheMonthsPaceHoldsBackForLongerThanThePaceIs() {
    history.ended(SOURCE, PollOutcome.OBSERVED, 1);
    for (int hour = 0; hour < 5; hour++) {
      assertTrue(condition.read().well(), condition.read()::toString);
      clock.advance(Duration.ofHours(1));
      history.ahead(SOURCE, 2);
    }
    assertFalse(condition.read().well());
    assertEquals(
        "no poll has succeeded for 5 h; 2 vehicles are ahead of their month's pace and wait for it,"
            + " see evcharging.budget.vehicle.per-month",
        condition.read().reason());
    history.ahead(SOURCE, 1);
    assertTrue(condition.read().well(), "the other one's turn has come, or was not now");
  }

  /** Also after a restart, when nobody has been asked. */
  @Test
  void shouldBeIllWhenEveryVehicleIsSuspended() {
    leftAlone = clock.instant().minus(Duration.ofHours(9));
    assertTrue(condition.read().well(), "not overdue");
    clock.advance(Duration.ofHours(3));
    assertEquals(
        "no poll has succeeded since the start; every vehicle that has it is left alone, see status",
        condition.read().reason());
  }

  @Test
  void shouldForgetAPaceThatOtherNodesHaveSeenSince() {
    history.ahead(SOURCE, 2);
    clock.advance(Duration.ofHours(5));
    assertTrue(condition.read().well(), condition.read()::toString);
  }

  @Test
  void shouldBeWellInAShortWaitOfTheOnlyVehicle() {
    clock.advance(Duration.ofHours(9));
    leftAlone = clock.instant();
    clock.advance(Duration.ofHours(2));
    assertTrue(condition.read().well(), condition.read()::toString);
  }

  /** Nobody is told of a fault that others' polls have disproved since. */
  @Test
  void shouldForgetItsOneFaultWhenItsTicksAreOverAndOthersHadThePolls() {
    PollHistory here = history(true);
    here.started(SOURCE);
    here.ended(SOURCE, PollOutcome.FAILED, 1);
    SourceCondition shared = condition(here);
    for (int minute = 0; minute < 240; minute++) {
      assertTrue(shared.read().well(), shared.read()::toString);
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void shouldNotWaitForPollsThatOtherNodesTake() {
    PollHistory here = history(true);
    SourceCondition shared = condition(here);
    here.planned(SOURCE);
    clock.advance(Duration.ofHours(5));
    assertTrue(shared.read().well(), shared.read()::toString);
    for (int hour = 0; hour < 3; hour++) {
      assertTrue(shared.read().well(), shared.read()::toString);
      here.started(SOURCE);
      here.ended(SOURCE, PollOutcome.FAILED, 1);
      clock.advance(Duration.ofHours(1));
    }
    assertFalse(shared.read().well());
    clock.advance(Duration.ofHours(3));
    assertTrue(shared.read().well(), "others have had all since");
  }

  @Test
  void shouldBeWellWhenThereIsNothingToAsk() {
    clock.set("2026-11-22T08:00:00Z");
    assertTrue(condition.read().well(), "nothing was due");

    vehicles = 0;
    history.planned(SOURCE);
    assertEquals("no vehicle has it", condition.read().reason());
  }
}
