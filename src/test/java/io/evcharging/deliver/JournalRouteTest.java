package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channel as a JMS topic at a broker that is not ours. */
class JournalRouteTest {

  private static final Processor DOWN =
      exchange -> {
        throw new IOException("down");
      };

  @TempDir Path directory;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Processor takes =
      exchange -> taken.add(exchange.getMessage().getHeader("ce-id", String.class));
  private volatile Processor behaviour = takes;
  private String url;
  private EmbeddedActiveMQ broker;

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  @Test
  void shouldDeliverInOrderToEverySink() throws Exception {
    try (TestContext context = context("one", "two").start()) {
      Observations.send(context.camel(), 1, 2, 3);
      await().until(() -> taken.size() == 6);
      assertTrue(taken.indexOf(Observations.id(1)) < taken.indexOf(Observations.id(2)));
      assertEquals(3, outcomes(context).delivered("one"));
      await().until(() -> queue("evcharging-sink-two").getMessageCount() == 0);
    }
  }

  @Test
  void shouldHoldUpNoOtherVehicleWhileOneIsTriedAgain() throws Exception {
    behaviour =
        exchange -> {
          if (exchange.getMessage().getHeader("ce-id", String.class).equals(Observations.id(1))) {
            throw new IOException("not this one");
          }
          takes.process(exchange);
        };
    try (TestContext context = context("one").with("evcharging.deliver.consumers", "8").start()) {
      await().until(() -> queue("evcharging-sink-one").getConsumerCount() == 8);
      Observations.sendOf("veh-1", context.camel(), 1, 2);
      Observations.sendOf("veh-2", context.camel(), 3, 4);
      await().until(() -> taken.size() == 2);
      assertEquals(List.of(Observations.id(3), Observations.id(4)), taken);
      behaviour = takes;
      await().until(() -> taken.size() == 4);
      assertEquals(List.of(Observations.id(1), Observations.id(2)), taken.subList(2, 4));
    }
  }

  @Test
  void shouldTellSinceWhenTheOldestWaits() throws Exception {
    behaviour = DOWN;
    try (TestContext context = context("one").with("evcharging.deliver.consumers", "8").start()) {
      SinkState sink = context.bean("evchargingSinkStates", SinkStates.class).of("one");
      Observations.sendOf("veh-1", context.camel(), 1);
      await().until(() -> sink.oldest().isPresent());
      Instant oldest = sink.oldest().orElseThrow();
      Observations.sendOf("veh-2", context.camel(), 2);
      await().until(() -> queue("evcharging-sink-one").getDeliveringCount() == 2);
      assertEquals(oldest, sink.oldest().orElseThrow());
      behaviour = takes;
      await().until(() -> sink.oldest().isEmpty());
    }
  }

  @Test
  void shouldKeepEveryHeaderAndNothingOfTheBroker() throws Exception {
    List<String> headers = new CopyOnWriteArrayList<>();
    behaviour = exchange -> headers.addAll(exchange.getMessage().getHeaders().keySet());
    try (TestContext context = context("one").start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> outcomes(context).delivered("one") == 1);
      assertTrue(headers.contains("ce-subject"), headers::toString);
      assertTrue(headers.stream().noneMatch(name -> name.startsWith("JMS")), headers::toString);
    }
  }

  @Test
  void shouldKeepInTheJournalWhatASinkDoesNotTakeAndStopWithoutDelay() throws Exception {
    behaviour = DOWN;
    TestContext context = context("one").with("evcharging.deliver.retry-delay", "1h");
    context.with("evcharging.deliver.retry-delay-max", "1h");
    context.with("evcharging.deliver.retry-delay-refused", "1h").start();
    Observations.send(context.camel(), 1, 2);
    SinkState sink = context.bean("evchargingSinkStates", SinkStates.class).of("one");
    await().until(() -> sink.reason().isPresent());
    Instant stopped = Instant.now();
    context.close();
    assertTrue(Duration.between(stopped, Instant.now()).toSeconds() < 10, "no wait for a retry");
    behaviour = takes;
    try (TestContext again = context("one").start()) {
      await().until(() -> taken.size() == 2);
      assertEquals(List.of(Observations.id(1), Observations.id(2)), taken);
      assertEquals(0, outcomes(again).undelivered("one"));
    }
  }

  @Test
  void shouldRepeatNothingOfABatchThatIsTakenBack() throws Exception {
    behaviour =
        exchange -> {
          takes.process(exchange);
          if (exchange.getMessage().getHeader("ce-id", String.class).equals(Observations.id(2))) {
            throw new IOException("not this one");
          }
          await().until(() -> queue("evcharging-sink-one").getMessageCount() == 2);
        };
    TestContext context = context("one").with("evcharging.deliver.retry-delay", "1h");
    context.with("evcharging.deliver.retry-delay-max", "1h");
    context.with("evcharging.deliver.retry-delay-refused", "1h").start();
    Observations.send(context.camel(), 1, 2);
    await().until(() -> taken.size() == 2);
    context.close();
    behaviour = takes;
    try (TestContext again = context("one").start()) {
      await().until(() -> queue("evcharging-sink-one").getMessageCount() == 0);
      assertEquals(List.of(1, 2, 2).stream().map(Observations::id).toList(), taken);
    }
  }

  @Test
  void shouldMakeADeadLetterOfWhatIsTooOld() throws Exception {
    behaviour = DOWN;
    try (TestContext context = context("one").with("evcharging.deliver.retry-for", "1ms").start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> queue("evcharging.dead-letters.one") != null);
      await().until(() -> queue("evcharging.dead-letters.one").getMessageCount() == 1);
      assertEquals(1, outcomes(context).undelivered("one"));
      await().until(() -> queue("evcharging-sink-one").getMessageCount() == 0);
    }
  }

  @Test
  void shouldTryAgainOverABrokerThatGoesAndComes() throws Exception {
    try (TestContext context = context("one").start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> taken.size() == 1);
      broker.stop();
      Assertions.assertThrows(
          CamelExecutionException.class, () -> Observations.send(context.camel(), 2));
      Acceptance acceptance = context.bean("evchargingAcceptance", Acceptance.class);
      assertTrue(acceptance.reason().isPresent());
      broker = TestBroker.start(url);
      await().until(() -> acceptance.reason().isEmpty());
      Observations.send(context.camel(), 3);
      await().atMost(Duration.ofSeconds(30)).until(() -> taken.contains(Observations.id(3)));
    }
  }

  @Test
  void shouldNotLetTheQueueOfARemovedSinkGrow() throws Exception {
    behaviour = DOWN;
    try (TestContext context =
        context("one", "gone").with("evcharging.deliver.retry-for", "3d").start()) {
      Observations.send(context.camel(), 1, 2);
      await().until(() -> queue("evcharging-sink-gone").getMessageCount() == 2);
    }
    behaviour = takes;
    try (TestContext context = context("one").start()) {
      Observations.send(context.camel(), 3);
      await().until(() -> taken.size() == 3);
      assertEquals(2, queue("evcharging.dead-letters.gone").getMessageCount());
      assertEquals(null, queue("evcharging-sink-gone"));
    }
  }

  private TestContext context(String... sinks) throws Exception {
    TestContext context =
        TestContext.in(directory)
            .with("evcharging.jms.broker-url", url)
            .with("evcharging.deliver.retry-for", "72h")
            .with("evcharging.observations", "evcharging-jms:topic:test.observations");
    for (String sink : sinks) {
      context.withSink(sink, "direct:host-" + sink);
      context.withRoute(
          new RouteBuilder() {
            @Override
            public void configure() {
              errorHandler(noErrorHandler());
              from("direct:host-" + sink).process(exchange -> behaviour.process(exchange));
            }
          });
    }
    return context;
  }

  private Queue queue(String name) {
    return broker.getActiveMQServer().locateQueue(name);
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }
}
