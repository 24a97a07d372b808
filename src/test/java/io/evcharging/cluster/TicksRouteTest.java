package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.cluster.FiredTicks.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.TriggerKey;

/** Each tick once, whatever becomes of the nodes. */
class TicksRouteTest extends TwoNodes {

  private static final String SOURCE = "tesla-charge";
  private static final TriggerKey KEY = new TriggerKey(SOURCE, "evcharging");
  private static final String SECOND = "* * * * * ?";

  /** Not while this test runs. */
  private final String far =
      "0 0 %d * * ?".formatted((LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24);

  private static ContextNode ticking(ContextNode node, String schedule) throws Exception {
    return node.with("poll.tesla-charge.schedule", schedule).start();
  }

  @Test
  void shouldFireEachTickOnOneNodeAndPollEachVehicleOnceForIt() throws Exception {
    FiredTicks ticks = ticks();
    ContextNode one = ticking(one(), SECOND);
    ContextNode other = ticking(other(), SECOND);
    await().atMost(Duration.ofSeconds(30)).until(() -> ticks.fired(SOURCE).size() >= 8);
    one.close();
    await().atMost(Duration.ofSeconds(30)).until(() -> ticks.fired(SOURCE).size() >= 12);
    other.close();
    assertNoneTwice(ticks.fired(SOURCE));
    // A tick passes by whose answer is not known of in the tables yet.
    long turns = ticks.turns().getOrDefault("tesla-1", 0L);
    assertTrue(turns > 2 && turns <= ticks.fired(SOURCE).size(), turns + " turns");
    // What was given out last may still lie on the polls channel.
    long polls = api.requests().size();
    assertTrue(polls == turns || polls == turns - 1, polls + " polls for " + turns + " turns");
  }

  private static void assertNoneTwice(List<Tick> fired) {
    assertEquals(fired.size(), fired.stream().map(Tick::due).distinct().count(), fired::toString);
    assertTrue(fired.stream().noneMatch(Tick::recovered), fired::toString);
  }

  @Test
  void shouldMakeUpForAllMissedTicksByOne() throws Exception {
    ticking(other(), far).close();
    FiredTicks ticks = ticks();
    int late =
        ticks.execute(
            "update evcharging_qrtz_triggers set next_fire_time = 1000"
                + " where trigger_name in ('tesla-charge', 'waiting')");
    assertEquals(2, late);
    ContextNode again = ticking(other(), far);
    await().until(() -> !ticks.fired(SOURCE).isEmpty());
    await().until(() -> ticks.fired("waiting").size() >= 3);
    assertEquals(1, ticks.fired(SOURCE).size());
    assertTrue(
        again.scheduler().getTrigger(KEY).getNextFireTime().toInstant().isAfter(Instant.now()));
    assertEquals(1, api.requests().size());
    long oldest = ticks.fired("waiting").get(0).due();
    assertTrue(oldest > now() - 60_000, "the releases of each second are not made up for");
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  @Test
  void shouldForgetTheScheduleOfASourceThatIsSwitchedOff() throws Exception {
    ticking(other(), far).close();
    ContextNode without = ticking(other().with("poll.tesla-charge.enabled", "false"), far);
    assertFalse(without.scheduler().checkExists(KEY));
    assertTrue(without.scheduler().checkExists(new TriggerKey("audi-charge", "evcharging")));
    assertTrue(without.scheduler().checkExists(new TriggerKey("waiting", "evcharging")));
  }

  @Test
  void shouldFollowWhenTheZoneOfTheSchedulesChanges() throws Exception {
    ticking(other(), far).close();
    ContextNode moved =
        other().with("poll.tesla-charge.schedule", far).with("poll.time-zone", "Asia/Tokyo");
    CronTrigger trigger = (CronTrigger) moved.start().scheduler().getTrigger(KEY);
    assertEquals("Asia/Tokyo", trigger.getTimeZone().getID());
  }
}
