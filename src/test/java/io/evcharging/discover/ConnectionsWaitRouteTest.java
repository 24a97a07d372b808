package io.evcharging.discover;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Suspensions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of connections is not asked for before the API allows, not after a restart either. */
class ConnectionsWaitRouteTest {

  @TempDir Path directory;

  private TestContext context(String origin) throws Exception {
    return TestContext.in(directory)
        .withApi(origin)
        .withSink("host", "mock:host")
        .with("evcharging.vehicles", "connections");
  }

  @Test
  void shouldLeaveEverybodyAloneWhenTheApplicationMust() throws Exception {
    String limit = "{\"type\":\"RATE_LIMIT\",\"code\":\"SMARTCAR_API\"}";
    assertNobodyIsAsked(exchange -> StubApi.send(exchange, 429, limit));
  }

  @Test
  void shouldNotReadAgainBeforeRetryAfterIsOver() throws Exception {
    assertNobodyIsAsked(refusal(429));
  }

  private static HttpHandler refusal(int status) {
    return exchange -> {
      exchange.getResponseHeaders().add("Retry-After", "3600");
      StubApi.send(exchange, status, "{}");
    };
  }

  /** Nor after a restart; the vehicles that are known do not wait for it. */
  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 503})
  void shouldLeaveTheListAloneAsLongAsRetryAfterSays(int status) throws Exception {
    Files.writeString(
        directory.resolve("connections.yaml"), "vehicles: [{id: known-1, brand: KIA}]");
    try (StubApi api = StubApi.answering(refusal(status));
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      assertEquals(1, api.requests().size());
    }
    try (StubApi api = StubApi.answering(exchange -> StubApi.send(exchange, 500, "{}"));
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      context.poll("charge-signals", "known-1");
      assertEquals("/v3/vehicles/known-1/signals?page%5Bsize%5D=200", api.requests().get(0).uri());
    }
  }

  /** After a restart neither. */
  private void assertNobodyIsAsked(HttpHandler refusal) throws Exception {
    try (StubApi api = StubApi.answering(refusal);
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      Suspensions suspensions = context.bean("evchargingSuspensions", Suspensions.class);
      assertTrue(suspensions.ofApplication().isPresent());
    }
    try (StubApi api = StubApi.answering(exchange -> StubApi.send(exchange, 500, "{}"));
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      assertEquals(List.of(), api.requests());
    }
  }
}
