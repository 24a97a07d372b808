package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker whose addresses block when they are full: it takes the connection, answers whatever it
 * is asked, and hands out no credits.
 */
class BlockedBrokerRouteTest {

  private static final Duration CALL = Duration.ofSeconds(1);
  private static final long FULL_BYTES = 4000;
  private static final String DESTINATION = "evcharging.deliver.jms.destination";

  @TempDir Path directory;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile boolean down = true;
  private String url;
  private EmbeddedActiveMQ broker;

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    limit(FULL_BYTES);
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  private void limit(long bytes) {
    AddressSettings settings =
        new AddressSettings()
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
            .setMaxSizeBytes(bytes);
    broker.getActiveMQServer().getAddressSettingsRepository().addMatch("#", settings);
  }

  @Test
  void shouldFailTheSendInTimePausePollingAndGoOnWhenThereIsRoom() throws Exception {
    try (TestContext context = context("one").start()) {
      int accepted = acceptUntilFull(context);
      Acceptance acceptance = context.bean("evchargingAcceptance", Acceptance.class);
      String reason = acceptance.reason().orElseThrow();
      assertTrue(reason.contains("not taken it within 1000 ms"), reason);
      down = false;
      await().until(() -> taken.size() >= accepted && acceptance.reason().isEmpty());
      Observations.send(context.camel(), 1000);
      await().until(() -> taken.contains(Observations.id(1000)));
      assertEquals(accepted + 1, taken.size(), "what was refused was not taken");
    }
  }

  /** How many it has taken before it blocked. */
  private static int acceptUntilFull(TestContext context) throws Exception {
    for (int accepted = 0; accepted < 1000; accepted++) {
      Instant begun = Instant.now();
      try {
        Observations.send(context.camel(), accepted);
      } catch (CamelExecutionException blocked) {
        Duration took = Duration.between(begun, Instant.now());
        assertTrue(
            took.compareTo(CALL) >= 0 && took.compareTo(CALL.multipliedBy(5)) < 0, "" + took);
        return accepted;
      }
    }
    throw new AssertionError("it was never full");
  }

  @Test
  void shouldShowTheSinkJmsAsIllAndTryItAgainWhenItsQueueIsFull() throws Exception {
    try (TestContext context = context("jms").with(DESTINATION, "queue:full").start()) {
      SinkState sink = context.bean("evchargingSinkStates", SinkStates.class).of("jms");
      DeliveryOutcomes outcomes =
          context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
      int sent = 0;
      while (sink.reason().isEmpty() && sent < 200) {
        Observations.send(context.camel(), sent++);
        await().until(() -> broker.getActiveMQServer().locateQueue("full") != null);
        int now = sent;
        await().until(() -> outcomes.delivered("jms") == now || sink.reason().isPresent());
      }
      assertTrue(sink.reason().isPresent(), "sent " + sent);
      broker.getActiveMQServer().locateQueue("full").deleteAllReferences();
      await().until(() -> sink.reason().isEmpty());
    }
  }

  private TestContext context(String sink) throws Exception {
    TestContext context =
        TestContext.in(directory)
            .with("evcharging.jms.broker-url", url + "?callTimeout=" + CALL.toMillis())
            .with("evcharging.deliver.retry-for", "72h")
            .with("evcharging.observations", "evcharging-jms:topic:test.observations");
    return sink.equals("jms")
        ? context.withSink(sink, "")
        : context.withSink(sink, "direct:host").withRoute(host());
  }

  private RouteBuilder host() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("direct:host")
            .process(
                exchange -> {
                  if (down) {
                    throw new java.io.IOException("down");
                  }
                  taken.add(exchange.getMessage().getHeader("ce-id", String.class));
                });
      }
    };
  }

  @Test
  void shouldNotTouchASendThatIsOverInTime() throws Exception {
    limit(-1);
    down = false;
    try (TestContext context = context("one").start()) {
      Observations.send(context.camel(), IntStream.range(0, 300).toArray());
      await().until(() -> taken.size() == 300);
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }
}
