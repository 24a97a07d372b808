package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.deliver.Acceptance;
import io.evcharging.deliver.SinkQueues;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.testing.HandClock;
import io.evcharging.testing.Logged;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class AcceptanceConditionTest {

  private final HandClock clock = HandClock.at("2026-11-21T08:00:00Z");
  private final Acceptance acceptance = new Acceptance(new FailingQueues(), clock);
  private final AcceptanceCondition condition = new AcceptanceCondition(acceptance);
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
  private boolean failing = true;

  @Test
  void shouldBeIllAfterTheChannelHasFailedForAGrowingWhile() {
    assertTrue(condition.read().well());
    for (int wait = 1; wait <= 32; wait *= 2) {
      assertThrows(WaitAndRetryException.class, () -> acceptance.process(exchange));
      clock.advance(Duration.ofSeconds(wait).minusMillis(1));
      assertFalse(condition.read().well(), "for " + wait + " s");
      clock.advance(Duration.ofMillis(1));
      assertTrue(condition.read().well(), "it is tried again after " + wait + " s");
    }
  }

  @Test
  void shouldSayWhyAndBeWellAgainAtOnceWhenOneIsAccepted() {
    assertThrows(WaitAndRetryException.class, () -> acceptance.process(exchange));
    assertEquals(
        "polling pauses: the channel of observations failed,"
            + " java.lang.IllegalStateException: no broker",
        condition.read().reason());
    failing = false;
    acceptance.new Done().process(exchange);
    assertTrue(condition.read().well());
    acceptance.process(exchange);
  }

  @Test
  void shouldSayInSecondsHowLongPollingPauses() {
    try (Logged log = Logged.by(Acceptance.class)) {
      assertThrows(WaitAndRetryException.class, () -> acceptance.process(exchange));
      assertTrue(
          log.lines().get(0).startsWith("ERROR polling pauses for 1 s: "), log.lines()::toString);
    }
  }

  /** Cannot be made, as long as the test says so. */
  private final class FailingQueues implements SinkQueues {

    @Override
    public void ensure() {
      if (failing) {
        throw new IllegalStateException("no broker");
      }
    }

    @Override
    public void forget() {}

    @Override
    public long waiting(String sink) {
      return 0;
    }

    @Override
    public long undelivered(String sink) {
      return 0;
    }

    @Override
    public Map<String, Long> dropOldest() {
      return Map.of();
    }
  }
}
