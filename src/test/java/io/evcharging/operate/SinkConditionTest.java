package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.deliver.SinkQueues;
import io.evcharging.testing.HandClock;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkConditionTest {

  private volatile int status = 401;

  @Test
  void shouldSayThatAndWhySinceWhenASinkIsDownAndWhenItIsWellAgain(@TempDir Path directory)
      throws Exception {
    try (StubApi api =
            StubApi.answering(exchange -> StubApi.send(exchange, 200, "{\"state\":\"CHARGING\"}"));
        TestContext host =
            TestContext.in(directory)
                .withApi(api.origin())
                .withSink("host", "direct:host")
                .withRoute(refusing())
                .start()) {
      assertEquals(HealthCheck.State.UP, check(host).call().getState());
      host.poll("tesla-charge", "tesla-1");
      Awaitility.await().until(() -> check(host).call().getState() == HealthCheck.State.DOWN);
      HealthCheck.Result down = check(host).call();
      assertTrue(down.getMessage().orElse("").matches("down for \\d+ s: HTTP 401"), down::toString);
      assertFalse(down.toString().contains("tesla-1"));
      status = 200;
      Awaitility.await().until(() -> check(host).call().getState() == HealthCheck.State.UP);
    }
  }

  @Test
  void shouldSayThatASinkIsThereAndTakesNothing(@TempDir Path directory) throws Exception {
    status = 422;
    try (StubApi api =
            StubApi.answering(exchange -> StubApi.send(exchange, 200, "{\"state\":\"CHARGING\"}"));
        TestContext host =
            TestContext.in(directory)
                .withApi(api.origin())
                .withSink("host", "direct:host")
                .withRoute(refusing())
                .start()) {
      host.poll("tesla-charge", "tesla-1");
      awaitUp(host, "is there, and refused the last it was sent: HTTP 422");
      host.poll("tesla-charge", "tesla-1");
      awaitUp(host, "is there, and refused the last 2 it was sent: HTTP 422");
      status = 200;
      host.poll("tesla-charge", "tesla-1");
      awaitUp(host, "takes what it is sent");
    }
  }

  private static void awaitUp(TestContext host, String message) {
    Awaitility.await(message).until(() -> message(host).equals(message));
    assertEquals(HealthCheck.State.UP, check(host).call().getState());
  }

  private static String message(TestContext host) {
    return check(host).call().getMessage().orElse("");
  }

  private static HealthCheck check(TestContext host) {
    return host.bean("evchargingHealth-sink-host", HealthCheck.class);
  }

  private RouteBuilder refusing() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:host")
            .process(
                exchange -> {
                  if (status != 200) {
                    throw new org.apache.camel.http.base.HttpOperationFailedException(
                        "http://h/the-secret", status, "", null, Map.of(), "");
                  }
                });
      }
    };
  }

  @Test
  void shouldAskTheBrokerNowAndThenOnly() {
    HandClock clock = HandClock.at("2026-11-21T10:00:00Z");
    CountingQueues queues = new CountingQueues();
    Backlogs backlogs = new Backlogs(queues, clock, Runnable::run);
    assertEquals(1, backlogs.waiting("rest"));
    assertEquals(1, backlogs.waiting("rest"));
    clock.set("2026-11-21T10:00:06Z");
    assertEquals(2, backlogs.waiting("rest"));
    assertEquals(-1, backlogs.undelivered("rest"));
  }

  /** Says how often it was asked. */
  private static final class CountingQueues implements SinkQueues {

    private long asked;

    @Override
    public void ensure() {}

    @Override
    public void forget() {}

    @Override
    public long waiting(String sink) {
      return ++asked;
    }

    @Override
    public long undelivered(String sink) {
      return -1;
    }

    @Override
    public Map<String, Long> dropOldest() {
      return Map.of();
    }
  }
}
