package io.evcharging.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.normalise.ObservationProcessor;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverRouteTest {

  @TempDir Path directory;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch unblocked = new CountDownLatch(1);
  private final AtomicInteger attempts = new AtomicInteger();
  private final Processor takes =
      exchange -> taken.add(exchange.getMessage().getHeader("ce-id", String.class));
  private final Processor blocks = exchange -> unblocked.await();
  private final Processor fails =
      exchange -> {
        attempts.incrementAndGet();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody("spoilt");
        throw new IOException("down");
      };

  @Test
  void shouldDeliverInOrderToEverySink() throws Exception {
    try (TestContext context = sinks("one", takes, "two", takes).start()) {
      Observations.send(context.camel(), 1, 2);
      await().until(() -> taken.size() == 4);
      assertTrue(taken.indexOf(Observations.id(1)) < taken.indexOf(Observations.id(2)));
      assertEquals(2, outcomes(context).delivered("one"));
    }
  }

  /** A poll that has ended is not kept by the queue of a slow sink. */
  @Test
  void shouldHandTheRecordToASinkInThisProcessAndNothingOfThePoll() throws Exception {
    List<Map<String, Object>> properties = new CopyOnWriteArrayList<>();
    Processor looks = exchange -> properties.add(exchange.getProperties());
    try (TestContext context = sinks("host", looks).start()) {
      context
          .camel()
          .createProducerTemplate()
          .send(
              "direct:evcharging-deliver-accept",
              exchange -> {
                exchange.getMessage().setBody(Observations.json(1).getBytes(UTF_8));
                exchange.getMessage().setHeader("ce-id", Observations.id(1));
                exchange.setProperty(ObservationProcessor.OBSERVATION, "the record");
                exchange.setProperty("evcharging.poll", "the poll");
              });
      await().until(() -> properties.size() == 1);
      assertEquals("the record", properties.get(0).get(ObservationProcessor.OBSERVATION));
      assertNull(properties.get(0).get("evcharging.poll"));
    }
  }

  /** What our own route does around the channel must not reach into a route of the host. */
  @Test
  void shouldLeaveAHostsErrorHandlersToItsMulticasts() throws Exception {
    AtomicInteger deliveries = new AtomicInteger();
    TestContext context =
        TestContext.in(directory)
            .withSink("host", "direct:host")
            .withRoute(
                new RouteBuilder() {
                  @Override
                  public void configure() {
                    errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                    from("direct:host")
                        .process(exchange -> deliveries.incrementAndGet())
                        .multicast()
                        .to("direct:branch");
                    from("direct:branch")
                        .errorHandler(noErrorHandler())
                        .process(
                            exchange -> {
                              if (attempts.incrementAndGet() < 3) {
                                throw new IOException("not yet");
                              }
                              takes.process(exchange);
                            });
                  }
                });
    try (context) {
      Observations.send(context.start().camel(), 1);
      await().until(() -> taken.size() == 1);
      assertEquals(3, attempts.get());
      assertEquals(1, deliveries.get(), "tried again by the host");
    }
  }

  @Test
  void shouldKeepWhatASinkWouldNotTakeAsItWas() throws Exception {
    try (TestContext context = sinks("broken", fails, "good", takes).start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> outcomes(context).undelivered("broken") == 1);
      await().until(() -> Files.exists(undelivered("broken", 1)));
      assertEquals(Observations.json(1), Files.readString(undelivered("broken", 1)));
      assertTrue(attempts.get() > 1, "again and again, for as long as retry-for says");
      assertEquals(List.of(Observations.id(1)), taken);
    }
  }

  @Test
  void shouldHoldBackNoOtherSinkAndNoPoll() throws Exception {
    try (TestContext context = sinks("slow", blocks, "good", takes).start()) {
      Observations.send(context.camel(), 1, 2, 3);
      await().until(() -> taken.size() == 3);
      unblocked.countDown();
    }
  }

  @Test
  void shouldKeepWhatHasNoPlaceInTheQueue() throws Exception {
    try (TestContext context =
        sinks("slow", blocks, "good", takes).with("evcharging.deliver.queue-size", "1").start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> queue(context, "slow") == 0);
      Observations.send(context.camel(), 2, 3);
      assertEquals(Observations.json(3), Files.readString(undelivered("slow", 3)));
      unblocked.countDown();
      await().until(() -> outcomes(context).delivered("slow") == 2);
      assertEquals(1, outcomes(context).undelivered("slow"));
    }
  }

  @Test
  void shouldKeepWhatIsStillQueuedWhenStopping() throws Exception {
    TestContext context =
        sinks("broken", fails)
            .with("evcharging.deliver.retry-for", "3d")
            .with("evcharging.deliver.retry-delay", "1h")
            .with("evcharging.deliver.retry-delay-max", "1h")
            .with("evcharging.deliver.retry-delay-refused", "1h")
            .start();
    Observations.send(context.camel(), 1, 2, 3);
    await().until(() -> attempts.get() == 1);
    context.close();
    try (Stream<Path> kept = Files.list(directory.resolve("undelivered/broken"))) {
      assertEquals(3, kept.count());
    }
  }

  @Test
  void shouldKeepWhatASlowSinkHasLeftWhenTheTimeForStoppingIsOver() throws Exception {
    TestContext context = sinks("slow", blocks).start();
    context.camel().getShutdownStrategy().setTimeout(1);
    Observations.send(context.camel(), 1, 2, 3);
    await().until(() -> queue(context, "slow") == 2);
    context.close();
    assertEquals(Observations.json(2), Files.readString(undelivered("slow", 2)));
    assertEquals(Observations.json(3), Files.readString(undelivered("slow", 3)));
  }

  @Test
  void shouldNotDeliverAgainWhatHasBeenDeliveredOverARestart() throws Exception {
    try (TestContext context = sinks("one", takes).start()) {
      Observations.send(context.camel(), 1, 1, 2);
      await().until(() -> taken.size() == 2);
    }
    try (TestContext context = sinks("one", takes).start()) {
      Observations.send(context.camel(), 1, 2, 3);
      await().until(() -> taken.contains(Observations.id(3)));
      assertEquals(3, taken.size());
    }
  }

  @Test
  void shouldDeliverAgainWhereThatIsWanted() throws Exception {
    try (TestContext context =
        sinks("one", takes).with("evcharging.deliver.repeat-unchanged", "true").start()) {
      Observations.send(context.camel(), 1, 1, 1);
      await().until(() -> taken.size() == 3);
    }
  }

  @Test
  void shouldDeliverLaterWhatCouldNotBeDelivered() throws Exception {
    try (TestContext context = sinks("broken", fails).start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> outcomes(context).undelivered("broken") == 1);
    }
    try (TestContext context = sinks("broken", takes).start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> taken.size() == 1);
    }
  }

  private TestContext sinks(String name, Processor sink) throws Exception {
    return TestContext.in(directory)
        .withSink(name, "direct:host-" + name)
        .withRoute(host(name, sink));
  }

  private TestContext sinks(String name, Processor sink, String other, Processor otherSink)
      throws Exception {
    return sinks(name, sink)
        .withSink(other, "direct:host-" + other)
        .withRoute(host(other, otherSink));
  }

  /** With Camel's default error handler: it gives up at once and says so to whoever called. */
  private static RouteBuilder host(String name, Processor sink) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(defaultErrorHandler().logExhausted(false));
        from("direct:host-" + name).process(sink);
      }
    };
  }

  private Path undelivered(String sink, int number) {
    return directory.resolve("undelivered/" + sink + "/" + Observations.id(number) + ".json");
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }

  private static int queue(TestContext context, String sink) {
    return ((SedaEndpoint)
            context.camel().getRoute("evcharging-deliver-memory-sink-" + sink).getEndpoint())
        .getCurrentQueueSize();
  }
}
