package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollRetriesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final PollRetries retries =
      new PollRetries(
          2, Duration.ofSeconds(10), new Intake(() -> false), Clock.fixed(NOW, ZoneOffset.UTC));

  /** The wait is 10 s, then 20 s, and up to a third longer: it ends before the next poll. */
  @ParameterizedTest
  @CsvSource({"12, 60, 0", "14, 60, 1", "26, 60, 1", "27, 60, 2", "300, 60, 2", "300, 12, 0"})
  void shouldCallAgainOnlyWhatWillBeOverBeforeTheNextPoll(int nextPoll, int deadline, int times) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty(
        Poll.PROPERTY,
        new Poll(
            new PolledVehicle(new Vehicle("veh-1", "TESLA"), Set.of(), null),
            ChargeSource.TESLA_CHARGE,
            NOW.plusSeconds(deadline),
            NOW.plusSeconds(nextPoll)));
    int again = 0;
    while (retries.again(exchange)) {
      again++;
    }
    assertEquals(times, again);
  }
}
