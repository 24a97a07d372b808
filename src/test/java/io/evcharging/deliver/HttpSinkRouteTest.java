package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink of the user's whose Camel URI is of plain HTTP, in a journal with many consumers. */
class HttpSinkRouteTest {

  private static final Duration TOLD = Duration.ofSeconds(3);

  @TempDir Path directory;
  private final List<Instant> asked = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private volatile String retryAfter = "";
  private String url;
  private EmbeddedActiveMQ broker;
  private StubApi receiver;

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    receiver = StubApi.answering(this::answer);
  }

  @AfterEach
  void stop() throws Exception {
    receiver.close();
    broker.stop();
  }

  /** As the test says; then by 204. */
  private void answer(HttpExchange exchange) throws IOException {
    asked.add(Instant.now());
    Integer refusal = statuses.poll();
    if (refusal != null && !retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    StubApi.send(exchange, refusal == null ? 204 : refusal, "");
  }

  @Test
  void shouldLeaveTheWholeSinkAloneAsLongAsRetryAfterSays() throws Exception {
    statuses.add(429);
    retryAfter = String.valueOf(TOLD.toSeconds());
    try (TestContext context = context().start()) {
      Observations.sendOf("veh-1", context.camel(), 1);
      await().until(() -> health(context).getState() == HealthCheck.State.DOWN);
      assertTrue(health(context).getMessage().orElse("").endsWith("HTTP 429"));
      assertTrue(Files.exists(directory.resolve("delivered/mine.not-before")));
      Observations.sendOf("veh-2", context.camel(), 2);
      await().until(() -> underWay() == 2);
      await().until(() -> outcomes(context).delivered("mine") == 2);
      assertEquals(3, asked.size());
      assertFalse(asked.get(1).isBefore(asked.get(0).plus(TOLD)), asked::toString);
      assertEquals(HealthCheck.State.UP, health(context).getState());
    }
  }

  @Test
  void shouldStopWithoutDelayAndKeepToRetryAfterOverARestart() throws Exception {
    statuses.add(503);
    retryAfter = "4";
    Instant stopped;
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> health(context).getState() == HealthCheck.State.DOWN);
      stopped = Instant.now();
    }
    assertTrue(Duration.between(stopped, Instant.now()).toMillis() < 3000, "it waited");
    try (TestContext again = context().start()) {
      await().until(() -> outcomes(again).delivered("mine") == 1);
      assertFalse(asked.get(1).isBefore(asked.get(0).plusSeconds(4)), asked::toString);
    }
  }

  @Test
  void shouldMakeADeadLetterAtOnceOfWhatItWillNeverTake() throws Exception {
    statuses.addAll(List.of(400, 413, 422));
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1, 2, 3, 4);
      await().until(() -> outcomes(context).delivered("mine") == 1);
      assertEquals(3, outcomes(context).undelivered("mine"));
      assertEquals(4, asked.size());
      assertEquals(HealthCheck.State.UP, health(context).getState());
    }
  }

  @Test
  void shouldBeSlowAndUnhealthyWhileItRefusesWhoeverAsks() throws Exception {
    statuses.addAll(List.of(401, 403));
    try (TestContext context =
        context().with("evcharging.deliver.retry-delay-refused", "3s").start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> health(context).getState() == HealthCheck.State.DOWN);
      await().until(() -> outcomes(context).delivered("mine") == 1);
      assertTrue(gaps().allMatch(gap -> gap.toMillis() >= 1500), asked::toString);
    }
  }

  /** HttpClient would wait for a second. */
  @Test
  void shouldTryAgainAfterOurOwnDelayWhatPasses() throws Exception {
    statuses.addAll(List.of(408, 425, 429, 500, 502, 503, 504));
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> outcomes(context).delivered("mine") == 1);
      assertEquals(8, asked.size());
      assertTrue(gaps().allMatch(gap -> gap.toMillis() < 900), asked::toString);
    }
  }

  private Stream<Duration> gaps() {
    return IntStream.range(1, asked.size())
        .mapToObj(i -> Duration.between(asked.get(i - 1), asked.get(i)));
  }

  private TestContext context() throws Exception {
    return TestContext.in(directory)
        .with("evcharging.jms.broker-url", url)
        .with("evcharging.deliver.retry-for", "72h")
        .with("evcharging.observations", "evcharging-jms:topic:test.observations")
        .withSink("mine", receiver.origin() + "/inbox");
  }

  private int underWay() {
    return broker.getActiveMQServer().locateQueue("evcharging-sink-mine").getDeliveringCount();
  }

  private static HealthCheck.Result health(TestContext context) {
    return context.bean("evchargingHealth-sink-mine", HealthCheck.class).call();
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }
}
