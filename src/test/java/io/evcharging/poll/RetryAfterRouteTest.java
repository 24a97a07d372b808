package io.evcharging.poll;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever says when to come back is not asked before, and nobody else waits for it. */
class RetryAfterRouteTest extends PollFixture {

  @Test
  void shouldLeaveAVehicleAloneAsLongAsRetryAfterSaysAndNoOther() throws Exception {
    answer(refusal(429));
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
    answer(200, "{}");
    context.poll("tesla-charge", "tesla-1");
    context.poll("audi-charge", "audi-1");
    assertEquals(2, api.requests().size());
  }

  /** Whatever the refusal means otherwise. */
  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 409, 425, 429, 501, 503})
  void shouldNotAskAgainBeforeRetryAfterIsOver(int status) throws Exception {
    answer(refusal(status));
    context.poll("tesla-charge", "tesla-1");
    context.poll("tesla-charge", "tesla-1");
    assertEquals(1, api.requests().size());
    assertWaits(Duration.ofHours(1));
  }

  private void assertWaits(Duration expected) throws Exception {
    Suspension wait = context.bean("evchargingSuspensions", Suspensions.class).list().get(0);
    Duration waits = Duration.between(wait.since(), wait.until());
    assertEquals(expected, waits.plusMillis(500).truncatedTo(SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 20", "Content-Length: 9999", "Content-Encoding: gzip"})
  void shouldKeepToRetryAfterWhenTheRestOfTheRefusalIsBroken(String header) throws Exception {
    String refusal = "HTTP/1.1 429 No\r\nRetry-After: 3600\r\n" + header + "\r\n\r\n{\"type\":";
    try (ClosingServer broken = new ClosingServer(refusal);
        TestContext other =
            TestContext.in(Files.createTempDirectory(directory, "broken"))
                .with("evcharging.poll.client", client)
                .withApi(broken.origin())
                .withSink("host", "mock:host")
                .start()) {
      other.poll("tesla-charge", "tesla-1");
      assertEquals(
          List.of("HTTP 429"),
          other.bean("evchargingSuspensions", Suspensions.class).list().stream()
              .map(Suspension::reason)
              .toList());
    }
  }

  private static HttpHandler refusal(int status) {
    return exchange -> {
      exchange.getResponseHeaders().put("Retry-After", List.of("3600", "1"));
      StubApi.send(exchange, status, "{}");
    };
  }

  @Test
  void shouldKeepToWhatACommandWasTold() throws Exception {
    answer(refusal(400));
    command();
    context.poll("tesla-charge", "tesla-1");
    assertEquals(1, api.requests().size());
    assertWaits(Duration.ofHours(1));
  }

  private void command() {
    String json = "{\"vehicleId\":\"tesla-1\",\"amperage\":32}";
    ProducerTemplate template = context.camel().createProducerTemplate();
    template.requestBody("direct:evcharging-command-amperage", json);
  }
}
