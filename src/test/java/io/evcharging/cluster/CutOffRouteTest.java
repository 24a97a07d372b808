package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.faults.TcpProxy;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;

/** A node that reaches the other ones no more must not work beside them. */
class CutOffRouteTest extends TwoNodes {

  private static final Duration SOON = Duration.ofSeconds(30);

  @SuppressWarnings("NullAway.Init")
  private ContextNode one;

  @SuppressWarnings("NullAway.Init")
  private ContextNode other;

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
    tables.be(TcpProxy.Mood.PASS);
    await().atMost(SOON).until(() -> one.watch().cutOff().isEmpty() && notReady(one).isEmpty());
    other.close();
    long before = calls("one");
    await().atMost(SOON).until(() -> calls("one") > before);
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
    CamelContext camel = node.context().camel();
    return node.scheduler().isInStandbyMode()
        && camel.getRouteController().getRouteStatus("evcharging-poll") == ServiceStatus.Suspended;
  }

  private void assertNotPolledBy(String idle, String busy) {
    long before = calls(idle);
    long theirs = calls(busy);
    await().atMost(SOON).until(() -> calls(busy) >= theirs + 3);
    assertEquals(before, calls(idle), "polls while it is cut off");
  }
}
