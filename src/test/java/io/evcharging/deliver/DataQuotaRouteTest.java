package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory that is over its quota, with observations that wait at a broker. */
class DataQuotaRouteTest {

  /** Many more than the consumer fetches ahead: those are no longer the broker's to drop. */
  private static final int MANY = 1500;

  @TempDir Path directory;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile boolean down = true;
  private String url;
  private EmbeddedActiveMQ broker;
  private StubApi api;

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    api = StubApi.answering(exchange -> StubApi.send(exchange, 200, "{\"state\":\"CHARGING\"}"));
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    broker.stop();
  }

  @Test
  void shouldStopPollingUntilThereIsRoomAgain() throws Exception {
    try (TestContext context = context("stop-polling")) {
      Path filler = fill();
      quota(context).look();
      context.poll("tesla-charge", "tesla-1");
      assertEquals(List.of(), api.requests(), "no call for an answer that would not be accepted");
      String reason = context.bean("evchargingAcceptance", Acceptance.class).reason().orElseThrow();
      assertTrue(reason.contains("evcharging.data-directory.quota=4194304"), reason);
      Files.delete(filler);
      quota(context).look();
      context.poll("tesla-charge", "tesla-1");
      down = false;
      await().until(() -> taken.size() == 1);
    }
  }

  @Test
  void shouldDropTheOldestOfWhatWaitsAndGoOnPolling() throws Exception {
    try (TestContext context = context("drop-oldest")) {
      Observations.send(context.camel(), IntStream.range(0, MANY).toArray());
      fill();
      quota(context).look();
      int dropped = (int) outcomes(context).dropped("one");
      assertTrue(dropped > 0, "dropped " + dropped);
      context.poll("tesla-charge", "tesla-1");
      assertEquals(1, api.requests().size());
      down = false;
      await().until(() -> outcomes(context).delivered("one") == MANY - dropped + 1);
      assertOnlyTheOldestAreMissing(dropped);
    }
  }

  /** But for those that were fetched already, they are the first ones. */
  private void assertOnlyTheOldestAreMissing(int dropped) {
    List<String> wanted = IntStream.range(0, MANY).mapToObj(Observations::id).toList();
    // The one that was polled is another vehicle's, and may overtake these.
    List<String> ours = taken.stream().filter(wanted::contains).toList();
    int fetched = 0;
    while (ours.get(fetched).equals(wanted.get(fetched))) {
      fetched++;
    }
    assertTrue(fetched < MANY / 3, "fetched " + fetched);
    List<String> rest = ours.subList(fetched, ours.size());
    assertEquals(wanted.subList(fetched + dropped, MANY), rest, "the newest, in order");
  }

  private Path fill() throws IOException {
    return Files.write(directory.resolve("filler"), new byte[8 << 20]);
  }

  private TestContext context(String whenFull) throws Exception {
    return TestContext.in(directory)
        .withApi(api.origin())
        .with("evcharging.data-directory.quota", "4194304")
        .with("evcharging.data-directory.when-full", whenFull)
        .with("evcharging.jms.broker-url", url)
        .with("evcharging.deliver.retry-for", "72h")
        .with("evcharging.observations", "evcharging-jms:topic:test.observations")
        .withSink("one", "direct:host-one")
        .withRoute(sink())
        .start();
  }

  private RouteBuilder sink() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("direct:host-one")
            .process(
                exchange -> {
                  if (down) {
                    throw new IOException("down");
                  }
                  taken.add(exchange.getMessage().getHeader("ce-id", String.class));
                });
      }
    };
  }

  private static DataQuota quota(TestContext context) {
    return context.bean("evchargingDataQuota", DataQuota.class);
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }
}
