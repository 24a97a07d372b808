package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.Vehicle;
import io.evcharging.config.PolledVehicle;
import io.evcharging.source.ChargeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollRetriesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final Poll poll = poll(60, 300);
  private final Exchange exchange = exchange(poll);
  private final PollRetries retries =
      new PollRetries(
          2,
          Duration.ofSeconds(10),
          new Intake(() -> false),
          () -> 1,
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** The wait is 10 s, then 20 s, and up to a third longer: it ends before the next poll. */
  @ParameterizedTest
  @CsvSource({"12, 60, 0", "14, 60, 1", "26, 60, 1", "27, 60, 2", "300, 60, 2", "300, 12, 0"})
  void shouldCallAgainOnlyWhatWillBeOverBeforeTheNextPoll(int nextPoll, int deadline, int times) {
    Exchange other = exchange(poll(deadline, nextPoll));
    int again = 0;
    while (retries.again(other)) {
      again++;
    }
    assertEquals(times, again);
  }

  /** A page that has waited for its call is asked for again as if it had not. */
  @Test
  void shouldLookForACallAtAnEvenBeatAndCountNoneOfIt() {
    poll.waits(true);
    for (int look = 0; look < 20; look++) {
      assertTrue(retries.again(exchange));
      assertEquals(3900L, delay());
    }
    poll.waits(false);
    assertTrue(retries.again(exchange));
    assertEquals(13_000L, delay());
    assertTrue(retries.again(exchange));
    assertEquals(26_000L, delay());
    assertFalse(retries.again(exchange));
  }

  private Object delay() {
    return exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY);
  }

  private static Poll poll(int deadline, int nextPoll) {
    return new Poll(
        new PolledVehicle(new Vehicle("veh-1", "TESLA"), Set.of(), null),
        ChargeSource.TESLA_CHARGE,
        NOW.plusSeconds(deadline),
        NOW.plusSeconds(nextPoll));
  }

  private static Exchange exchange(Poll poll) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty(Poll.PROPERTY, poll);
    return exchange;
  }
}
