package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.config.Vehicles;
import io.evcharging.discover.Discovery;
import io.evcharging.testing.StubApi;
import io.evcharging.upstream.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One node reads the list of connections, all have it. */
class DiscoverTwoNodesRouteTest extends TwoNodes {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String CONNECTION =
      """
      {"attributes":{"vehicle":{"make":"Tesla","mode":"live"},"user":{"id":"owner"}},
       "relationships":{"vehicle":{"data":{"id":"%s"}}}}""";
  private static final String NEXT =
      ",\"links\":{\"next\":\"https://elsewhere.example/v3/connections?page[number]=2\"}";
  private static final String SETTINGS =
      "vehicles: [{id: b, brand: Tesla, sources: [charge-signals]}, {id: x, brand: Tesla}]";

  private volatile boolean busy;

  @Override
  void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().endsWith("/connections")) {
      super.answer(exchange);
      return;
    }
    if (busy) {
      exchange.getResponseHeaders().add("Retry-After", "3600");
      StubApi.send(exchange, 503, "{}");
      return;
    }
    boolean first = !exchange.getRequestURI().getQuery().contains("number");
    String page = CONNECTION.formatted(first ? "a" : "b");
    String rest = ",\"meta\":{\"totalCount\":2}" + (first ? NEXT : "");
    StubApi.send(exchange, 200, "{\"data\":[" + page + "]" + rest + "}");
  }

  @Test
  void shouldKeepToRetryAfterWhoeverWasTold() throws Exception {
    busy = true;
    ContextNode one = discovering(one(), 100).start();
    await().atMost(SOON).until(() -> pages() == 1);
    ContextNode other = discovering(other(), 100).start();
    await().atMost(SOON).until(() -> discovery(other).failures() == 1);
    assertEquals(1, discovery(one).failures());
    assertEquals(1, pages());
  }

  private static Discovery discovery(ContextNode node) {
    return node.context().bean("evchargingDiscovery", Discovery.class);
  }

  private ContextNode discovering(ContextNode node, int calls) throws Exception {
    Path settings = Files.writeString(directory.resolve("settings.yaml"), SETTINGS);
    return node.with("vehicles", "connections")
        .with("connections.settings-file", settings)
        .with("budget.application.capacity", calls)
        .with("budget.application.refill-per-minute", 1);
  }

  private List<String> known(String node) {
    Path list = directory.resolve(node).resolve("connections.yaml");
    return Files.exists(list)
        ? Vehicles.open(list).all().stream().map(polled -> polled.vehicle().id()).toList()
        : List.of();
  }

  private long pages() {
    return api.requests().stream().filter(call -> call.uri().contains("/connections")).count();
  }

  @Test
  void shouldPayForEachPageOnceForAllNodes() throws Exception {
    ContextNode one = discovering(one(), 3).start();
    ContextNode other = discovering(other(), 3).start();
    await().atMost(SOON).until(() -> known("one").equals(List.of("a", "b")));
    await().atMost(SOON).until(() -> known("other").equals(List.of("a", "b")));
    assertEquals(2, pages());
    assertTrue(budget(other).takeForList(), "the last of three calls");
    assertFalse(budget(one).takeForList());
    assertFalse(budget(other).takeForList());
  }

  private static Budget budget(ContextNode node) {
    return node.context().bean("evchargingBudget", Budget.class);
  }

  @Test
  void shouldPlanEachConnectionOnceByTheFilesOfBothNodes() throws Exception {
    String second = "* * * * * ?";
    ContextNode one = discovering(one(), 1000).with("poll.tesla-charge.schedule", second).start();
    FiredTicks ticks = ticks();
    ContextNode other =
        discovering(other(), 1000).with("poll.tesla-charge.schedule", second).start();
    await().atMost(SOON).until(() -> calls("one") > 2 && calls("other") > 2);
    one.scheduler().standby();
    other.scheduler().standby();
    await().until(() -> polls() >= ticks.turns().getOrDefault("a", 1L));
    assertEquals(Map.of("a", polls()), ticks.turns(), "b asks for its signals alone, x is none");
  }

  private long polls() {
    return api.requests().size() - pages();
  }
}
