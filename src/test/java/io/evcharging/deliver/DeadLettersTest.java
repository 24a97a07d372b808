package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.deliver.DeadLetters.Letter;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink rest, by what it answers; and what a person may do with what it would not take. */
class DeadLettersTest {

  private static final String TOPIC = "test.observations";
  private static final String DEAD = "evcharging.dead-letters.rest";

  @TempDir Path directory;
  private String url;
  private EmbeddedActiveMQ broker;
  private StubApi api;
  private volatile HttpHandler answer = exchange -> StubApi.send(exchange, 204, "");

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    api = StubApi.answering(exchange -> answer.handle(exchange));
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    broker.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void shouldBeMadeAtOnceOfWhatTheSinkWillNeverTake(int status) throws Exception {
    answer(status);
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1, 2);
      await().until(() -> count(DEAD) == 2);
      assertEquals(2, api.requests().size(), "each was tried once");
      Letter letter = all().get(0);
      assertEquals(Observations.id(1), letter.id());
      assertEquals("veh-ü", letter.vehicle());
      assertEquals(Observations.json(1), letter.body());
      assertTrue(letter.reason().contains("" + status), letter::reason);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 408, 425, 429, 500, 503})
  void shouldNotBeMadeOfWhatTheSinkMayTakeLater(int status) throws Exception {
    answer(status);
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1, 2);
      await().until(() -> api.requests().size() > 2);
      assertEquals(0, all().size());
      assertTrue(state(context).reason().orElseThrow().contains("" + status));
      answer(204);
      await().until(() -> count("evcharging-sink-rest") == 0);
      assertEquals(0, all().size());
      assertTrue(state(context).reason().isEmpty());
    }
  }

  @Test
  void shouldWaitAsLongAsRetryAfterSaysOverARestartToo() throws Exception {
    answer =
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "4");
          StubApi.send(exchange, 429, "");
        };
    Instant asked;
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> state(context).reason().isPresent());
      asked = Instant.now();
    }
    answer(204);
    try (TestContext context = context().start()) {
      await().until(() -> count("evcharging-sink-rest") == 0);
      assertEquals(2, api.requests().size(), "none in between");
      assertTrue(Duration.between(asked, Instant.now()).toMillis() > 3500, context::toString);
    }
  }

  @Test
  void shouldBePutBackAndDelivered() throws Exception {
    answer(422);
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1, 2, 3);
      await().until(() -> count(DEAD) == 3);
      answer(204);
      assertEquals(1, letters("rest").retry(null, Observations.id(2)));
      await().until(() -> api.requests().size() == 4);
      assertEquals(Observations.json(2), api.requests().get(3).body());
      assertEquals(2, letters("rest").retry("rest", null));
      await().until(() -> outcomes(context).delivered("rest") == 3);
      assertEquals(0, all().size());
    }
  }

  @Test
  void shouldBeThrownAway() throws Exception {
    answer(400);
    try (TestContext context = context().start()) {
      Observations.send(context.camel(), 1, 2);
      await().until(() -> count(DEAD) == 2);
      assertEquals(1, letters("rest").discard("rest", Observations.id(1)));
      assertEquals(List.of(Observations.id(2)), all().stream().map(Letter::id).toList());
      assertEquals(0, letters("rest").discard("rest", Observations.id(1)));
      assertThrows(
          IllegalArgumentException.class, () -> letters("another").retry("rest", null), "gone");
      assertEquals(1, all().size(), "and it is still there");
      assertEquals(List.of("another", "rest"), letters("another").sinks());
    }
  }

  private void answer(int status) {
    answer = exchange -> StubApi.send(exchange, status, "");
  }

  private TestContext context() throws Exception {
    return TestContext.in(directory)
        .with("evcharging.jms.broker-url", url)
        .with("evcharging.deliver.retry-for", "72h")
        .with("evcharging.observations", "evcharging-jms:topic:" + TOPIC)
        .with("evcharging.deliver.rest.url", api.origin() + "/inbox")
        .withSink("rest", "");
  }

  private DeadLetters letters(String sink) throws Exception {
    return new DeadLetters(new ActiveMQConnectionFactory(url), TOPIC, List.of(sink));
  }

  private List<Letter> all() throws Exception {
    List<Letter> letters = new ArrayList<>();
    letters("rest").list(null, letters::add);
    return letters;
  }

  private long count(String queue) {
    var found = broker.getActiveMQServer().locateQueue(queue);
    return found == null ? -1 : found.getMessageCount();
  }

  private static SinkState state(TestContext context) {
    return context.bean("evchargingSinkStates", SinkStates.class).of("rest");
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }
}
