package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Suspensions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no tidy HTTP server says. */
class RawAnswerTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"async", "camel-http"})
  void shouldSendOnceMoreWhatFoundAPooledConnectionClosed(String client) throws Exception {
    try (ClosingServer server = new ClosingServer();
        TestContext other =
            TestContext.in(directory)
                .with("evcharging.poll.client", client)
                // Its schedule may come due meanwhile.
                .with("evcharging.poll.charge-signals.enabled", "false")
                .withApi(server.origin())
                .withSink("host", "mock:host")
                .start()) {
      other.poll("tesla-charge", "tesla-1");
      other.poll("tesla-charge", "tesla-1");
      other.poll("tesla-charge", "tesla-1");
      assertEquals(
          Map.of(PollOutcome.OBSERVED, 3L),
          other.bean("evchargingPollOutcomes", PollOutcomes.class).totals());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "camel-http"})
  void shouldReadADateByTheClockOfWhoSentIt(String client) throws Exception {
    Instant there = Instant.now().minus(Duration.ofHours(1));
    String answer =
        "HTTP/1.1 429 Slow\r\nDate: %s\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(date(there), date(there.plusSeconds(60)));
    try (ClosingServer server = new ClosingServer(answer);
        TestContext other =
            TestContext.in(directory)
                .with("evcharging.poll.client", client)
                .withApi(server.origin())
                .withSink("host", "mock:host")
                .start()) {
      other.poll("tesla-charge", "tesla-1");
      Instant until = other.bean("evchargingSuspensions", Suspensions.class).list().get(0).until();
      assertTrue(until != null && until.isAfter(there.plus(Duration.ofHours(1))), "over at once");
    }
  }

  private static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
