package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.faults.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;

/** A node that reaches the other ones no more must not work beside them. */
class CutOffRouteTest extends TwoNodes {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** Seven seconds, and some for a busy machine. */
  private static final Duration NOTICED = Duration.ofSeconds(12);

  @SuppressWarnings("NullAway.Init")
  private ContextNode one;

  @SuppressWarnings("NullAway.Init")
  private ContextNode other;

  /** As long as it is closed, cars keep the first node waiting. */
  private final CountDownLatch answers = new CountDownLatch(1);

  private volatile boolean slow;
  private volatile boolean waiting;

  @Override
  void answer(HttpExchange exchange) throws IOException {
    if (slow && "Bearer one".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      waiting = true;
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    super.answer(exchange);
  }

  private static ContextNode ticking(ContextNode node) throws Exception {
    return node.with("poll.tesla-charge.schedule", "* * * * * ?").start();
  }

  /** Why a load balancer would send nothing here. */
  private static String notReady(ContextNode node) {
    CamelContext camel = node.context().camel();
    return HealthCheckHelper.invokeReadiness(camel).stream()
        .filter(result -> result.getState() == HealthCheck.State.DOWN)
        .filter(result -> result.getCheck().getId().equals("evcharging-cluster"))
        .map(HealthCheck.Result::getMessage)
        .flatMap(java.util.Optional::stream)
        .collect(Collectors.joining());
  }

  @Test
  void shouldStopWithoutTheBrokerAndSayWhy() throws Exception {
    shouldStopAndSayWhy(broker, "the broker cannot be reached");
  }

  @Test
  void shouldStopWithoutTheTablesSayWhyAndResume() throws Exception {
    shouldStopAndSayWhy(tables, "the tables cannot be reached");
    back(tables);
    other.close();
    long before = calls("one");
    await().atMost(SOON).until(() -> calls("one") > before);
  }

  @Test
  void shouldStopSoonWhenTheBrokerFallsSilentAndResume() throws Exception {
    shouldStopSoonInSilenceAndResume(broker, "the broker cannot be reached");
  }

  @Test
  void shouldStopSoonWhenTheTablesFallSilentAndResume() throws Exception {
    shouldStopSoonInSilenceAndResume(tables, "the tables cannot be reached");
  }

  /** Nothing comes and no connection ends, with the timeouts that are delivered. */
  private void shouldStopSoonInSilenceAndResume(TcpProxy way, String why) throws Exception {
    one = ticking(patient(one()));
    await().atMost(SOON).until(() -> calls("one") > 0);
    other = ticking(patient(other()));
    await().atMost(SOON).until(() -> calls("other") > 0);
    way.be(TcpProxy.Mood.DROP);
    await().atMost(NOTICED).until(() -> one.watch().cutOff().orElse("").contains(why));
    await().atMost(SOON).until(() -> hasStopped(one));
    assertNotPolledBy("one", "other");
    back(way);
    other.close();
    assertPollsAgain();
  }

  private static ContextNode patient(ContextNode node) {
    return node.with("state.connect-timeout", "5s")
        .with("state.statement-timeout", "10s")
        .with("state.socket-timeout", "15s");
  }

  @Test
  void shouldPollAgainWhenACarAnswersAfterTheTablesAreBack() throws Exception {
    cutDuringASlowPoll(tables);
    back(tables);
    answers.countDown();
    assertPollsAgain();
  }

  @Test
  void shouldPollAgainWhenACarAnswersBeforeTheBrokerIsBack() throws Exception {
    cutDuringASlowPoll(broker);
    answers.countDown();
    back(broker);
    assertPollsAgain();
  }

  private void cutDuringASlowPoll(TcpProxy way) throws Exception {
    slow = true;
    one = ticking(one());
    await().atMost(SOON).until(() -> waiting);
    way.be(TcpProxy.Mood.CUT);
    await().atMost(SOON).until(() -> hasStopped(one));
  }

  private void back(TcpProxy way) {
    way.be(TcpProxy.Mood.PASS);
    await().atMost(SOON).until(() -> one.watch().cutOff().isEmpty() && notReady(one).isEmpty());
  }

  /** And delivers: a sink's consumer has lost its broker, too. */
  private void assertPollsAgain() {
    long before = calls("one");
    int delivered = delivered(one);
    await().atMost(SOON).until(() -> calls("one") > before + 1);
    await().atMost(SOON).until(() -> delivered(one) > delivered + 1);
  }

  private static int delivered(ContextNode node) {
    return node.context().camel().getEndpoint("mock:host", MockEndpoint.class).getReceivedCounter();
  }

  private void shouldStopAndSayWhy(TcpProxy way, String why) throws Exception {
    one = ticking(one());
    await().atMost(SOON).until(() -> calls("one") > 0);
    other = ticking(other());
    way.be(TcpProxy.Mood.CUT);
    await().atMost(SOON).until(() -> notReady(one).contains(why));
    await().atMost(SOON).until(() -> hasStopped(one));
    assertTrue(one.watch().cutOff().orElseThrow().contains(why), "as commands are answered");
    assertNotPolledBy("one", "other");
  }

  private static boolean hasStopped(ContextNode node) throws Exception {
    Consumer polls = node.context().camel().getRoute("evcharging-poll").getConsumer();
    return node.scheduler().isInStandbyMode() && !ServiceHelper.isStarted(polls);
  }

  private void assertNotPolledBy(String idle, String busy) {
    long before = calls(idle);
    long theirs = calls(busy);
    await().atMost(SOON).until(() -> calls(busy) >= theirs + 3);
    assertEquals(before, calls(idle), "polls while it is cut off");
  }
}
