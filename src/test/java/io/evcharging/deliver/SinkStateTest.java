package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.testing.HandClock;
import io.evcharging.testing.Logged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinkStateTest {

  private final HandClock clock = HandClock.at("2026-11-21T10:00:00Z");
  private final SinkState sink = new SinkState("rest", Path.of("unused"), clock);

  @Test
  void shouldSayInWholeSecondsWhenItIsIllAndWhenItIsWellAgain() {
    try (Logged log = Logged.by(SinkState.class)) {
      sink.failed("HTTP 503", Duration.parse("PT0.79281075S"));
      sink.failed("HTTP 503", Duration.ofSeconds(2));
      clock.set("2026-11-21T10:01:30.123456Z");
      sink.succeeded();
      assertEquals(
          List.of(
              "WARN unhealthy sink=rest reason=\"HTTP 503\", tried again in 1 s",
              "INFO healthy again sink=rest after 90 s"),
          log.lines());
    }
  }

  @Test
  void shouldCountWhatItHasRefusedSinceItLastTookSomething() {
    sink.refused("HTTP 400");
    sink.refused("HTTP 422");
    assertEquals(Optional.of(new SinkState.Refused(2, "HTTP 422")), sink.refused());
    sink.succeeded();
    assertEquals(Optional.empty(), sink.refused());
    sink.refused("HTTP 413");
    assertEquals(Optional.of(new SinkState.Refused(1, "HTTP 413")), sink.refused());
  }

  @Test
  void shouldBeThereWhenItRefuses() {
    sink.failed("no connection", Duration.ofSeconds(2));
    sink.refused("HTTP 422");
    assertEquals(Optional.empty(), sink.reason());
  }

  @Test
  void shouldNameADeliveryByKeysThatALogIsSearchedBy() {
    Delivery delivery = new Delivery("rest", "an-id", "veh-1", Instant.EPOCH, new byte[0]);
    assertEquals("sink=rest vehicleId=veh-1 id=an-id", delivery.toString());
  }
}
