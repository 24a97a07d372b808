package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.faults.TcpProxy;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is stopped ends what it has begun, or gives it back. */
class DrainRouteTest extends TwoNodes {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String POLL = "{\"source\":\"tesla-charge\",\"vehicleId\":\"tesla-1\"}";
  private static final String COMMAND = "{\"vehicleId\":\"tesla-1\",\"amperage\":16}";
  private static final String DONE = "{\"status\":\"success\",\"message\":\"16\"}";

  /** As long as it is closed, cars keep the first node waiting. */
  private final CountDownLatch answers = new CountDownLatch(1);

  private ContextNode one;

  @SuppressWarnings("NullAway.Init")
  private MockEndpoint delivered;

  @Override
  void answer(HttpExchange exchange) throws IOException {
    try {
      if ("Bearer one".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        boolean unused = answers.await(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if ("POST".equals(exchange.getRequestMethod())) {
      StubApi.send(exchange, 200, DONE);
    } else {
      super.answer(exchange);
    }
  }

  @BeforeEach
  void startOne() throws Exception {
    one = one().with("command.jms.enabled", "true").start();
  }

  private ContextNode startOther() throws Exception {
    ContextNode other = other().with("command.jms.enabled", "true").start();
    delivered = other.context().camel().getEndpoint("mock:host", MockEndpoint.class);
    return other;
  }

  private static void send(ContextNode node, String queue, String text) throws IOException {
    try (var template = node.context().camel().createProducerTemplate()) {
      template.sendBody("evcharging-jms:queue:" + queue + "?jmsMessageType=Text", text);
    }
  }

  /** While the car keeps it waiting. */
  private CompletableFuture<Void> stopOne() {
    await().atMost(SOON).until(() -> calls("one") == 1);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(one::close);
    await().atMost(SOON).until(() -> one.context().camel().getStatus().isStopping());
    return stopped;
  }

  private void answerSoon() {
    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(answers::countDown);
  }

  @Test
  void shouldEndAPollThatIsUnderWayAndTakeNoOther() throws Exception {
    send(one, "evcharging.polls", POLL);
    CompletableFuture<Void> stopped = stopOne();
    ContextNode other = startOther();
    answerSoon();
    send(other, "evcharging.polls", POLL);
    stopped.get(20, TimeUnit.SECONDS);
    await().atMost(SOON).until(() -> delivered.getReceivedCounter() == 2);
    assertEquals(1, calls("one"));
    assertEquals(1, calls("other"));
  }

  @Test
  void shouldGiveAPollBackThatDoesNotEndInTime() throws Exception {
    one.context().camel().getShutdownStrategy().setTimeout(3);
    send(one, "evcharging.polls", POLL);
    CompletableFuture<Void> stopped = stopOne();
    startOther();
    stopped.get(20, TimeUnit.SECONDS);
    await().atMost(SOON).until(() -> delivered.getReceivedCounter() == 1);
    assertEquals(1, calls("one"));
    assertEquals(1, calls("other"));
  }

  @Test
  void shouldEndACommandThatIsUnderWay() throws Exception {
    send(one, "evcharging.commands.amperage", COMMAND);
    CompletableFuture<Void> stopped = stopOne();
    answerSoon();
    ContextNode other = startOther();
    stopped.get(20, TimeUnit.SECONDS);
    String result;
    try (var template = other.context().camel().createConsumerTemplate()) {
      result =
          template.receiveBody(
              "evcharging-jms:queue:evcharging.commands.results", 20_000, String.class);
    }
    assertTrue(result.contains("\"outcome\":\"ACCEPTED\""), result);
    assertEquals(1, calls("one") + calls("other"));
  }

  @Test
  void shouldCostAPollOneDeliveryWhenItsNodeStops() throws Exception {
    answers.countDown();
    giveUpAfter(2);
    startOther();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(one::close);
    sendUntil("evcharging.polls", POLL, stopped::isDone);
    assertEquals(0, killed("evcharging.polls"));
  }

  @Test
  void shouldCostAPollOneDeliveryWhenItsNodeIsCutOff() throws Exception {
    answers.countDown();
    giveUpAfter(2);
    startOther();
    tables.be(TcpProxy.Mood.CUT);
    await().atMost(SOON).until(() -> one.watch().cutOff().isPresent());
    long later = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    sendUntil("evcharging.polls", POLL, () -> System.nanoTime() - later > 0);
    assertEquals(0, killed("evcharging.polls"));
  }
}
