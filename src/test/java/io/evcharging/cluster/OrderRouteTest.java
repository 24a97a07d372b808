package io.evcharging.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The observations of one vehicle are in their order, whichever node delivers them. */
class OrderRouteTest extends TwoNodes {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int VEHICLES = 12;
  private static final int EACH = 20;

  /** One that a sink has had: of which vehicle, which one, and from which node. */
  private record Taken(String vehicle, int number, ContextNode node) {}

  private final CountDownLatch never = new CountDownLatch(1);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private ContextNode one;
  private ContextNode other;

  @BeforeEach
  void startBoth() throws Exception {
    one = one().start();
    other = other().start();
    for (ContextNode node : List.of(one, other)) {
      node.context()
          .camel()
          .getEndpoint("mock:host", MockEndpoint.class)
          .whenAnyExchangeReceived(exchange -> take(exchange, node));
    }
    await().atMost(SOON).until(() -> consumers("evcharging-sink-host") == 16);
    untilBothTake();
  }

  /**
   * The broker counts a consumer before it may send it anything, and a vehicle stays with whoever
   * gets its first message: only when both nodes have taken some do they share what comes now.
   */
  private void untilBothTake() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (var probe = one.context().camel().createProducerTemplate()) {
      await()
          .atMost(SOON)
          .until(
              () -> {
                send(probe, VEHICLES + sent.getAndIncrement(), 0);
                return nodesThatTook() == 2;
              });
    }
    await().atMost(SOON).until(() -> taken.size() == sent.get());
    taken.clear();
  }

  /** Those with an odd number take longer, so that the next one could overtake them. */
  private void take(Exchange exchange, ContextNode node) throws InterruptedException {
    UUID id = UUID.fromString(exchange.getMessage().getHeader("ce-id", String.class));
    int number = (int) id.getLeastSignificantBits();
    boolean unused = never.await(number % 2 * 20L, TimeUnit.MILLISECONDS);
    taken.add(new Taken(exchange.getMessage().getHeader("ce-subject", String.class), number, node));
  }

  /** Each vehicle's in their order, by both nodes in turn. */
  private void accept(int from, int to) throws Exception {
    try (var first = one.context().camel().createProducerTemplate();
        var second = other.context().camel().createProducerTemplate()) {
      for (int number = from; number < to; number++) {
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
          send(number % 2 == 0 ? first : second, vehicle, number);
        }
      }
    }
  }

  private static void send(ProducerTemplate node, int vehicle, int number) {
    node.sendBodyAndHeaders(
        "direct:evcharging-deliver-accept",
        "{}".getBytes(StandardCharsets.UTF_8),
        headers(vehicle, number));
  }

  private static Map<String, Object> headers(int vehicle, int number) {
    String id = "v" + vehicle;
    return Map.of(
        "ce-specversion", "1.0",
        "ce-id", new UUID(vehicle, number).toString(),
        "ce-source", "/evcharging/tesla-charge",
        "ce-type", "io.evcharging.observation.v1",
        "ce-subject", id,
        "ce-time", "2026-11-20T08:15:00Z",
        "Content-Type", "application/json",
        "evchargingVehicle", id,
        "evchargingBrand", "TESLA",
        "evchargingState", "CHARGING");
  }

  /** What comes again after a node's end has been there before. */
  private static List<Integer> order(List<Taken> all, String vehicle) {
    return all.stream()
        .filter(one -> one.vehicle().equals(vehicle))
        .map(Taken::number)
        .distinct()
        .toList();
  }

  private void assertAllInOrder() {
    assertEquals(2, nodesThatTook(), "both nodes deliver");
    List<Integer> expected = IntStream.range(0, EACH).boxed().toList();
    for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
      assertEquals(expected, order(taken, "v" + vehicle));
    }
  }

  private long nodesThatTook() {
    return taken.stream().map(Taken::node).distinct().count();
  }

  private long distinct() {
    return taken.stream().map(one -> one.vehicle() + " " + one.number()).distinct().count();
  }

  @Test
  void shouldKeepTheOrderOfAVehicleWhenTwoNodesDeliver() throws Exception {
    accept(0, EACH);
    await().atMost(SOON).until(() -> distinct() == VEHICLES * EACH);
    assertAllInOrder();
  }

  @Test
  void shouldKeepTheOrderOfAVehicleWhenANodeStops() throws Exception {
    accept(0, EACH);
    await().atMost(SOON).until(() -> taken.stream().anyMatch(one -> one.number() == 3));
    CompletableFuture.runAsync(one::close).get(1, TimeUnit.MINUTES);
    await().atMost(SOON).until(() -> distinct() == VEHICLES * EACH);
    assertAllInOrder();
  }
}
