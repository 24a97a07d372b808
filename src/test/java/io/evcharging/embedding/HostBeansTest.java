package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.poll.PollOutcome;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.simulator.Fault;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import io.evcharging.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.Processor;
import org.apache.camel.builder.DeadLetterChannelBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a host brings is used, and what it has settled for its own routes does not touch ours. */
@ExtendWith(SmartcarSimulatorExtension.class)
class HostBeansTest {

  private static final String TESLA = "demo-tesla-3";

  @TempDir private Path directory;

  @Test
  void shouldUseABeanThatTheHostHasBoundUnderOneOfOurNames(SmartcarSimulator cars)
      throws Exception {
    BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    Processor own = exchange -> written.add(exchange.getMessage().getBody(byte[].class));
    try (TestContext host = polling(cars).withSink("file", "")) {
      host.camel().getRegistry().bind("evchargingFile", own);
      host.start().poll("tesla-charge", TESLA);

      assertTrue(written.poll(30, TimeUnit.SECONDS) != null, "the host's bean has it");
      assertEquals(List.of(), files(directory.resolve("observations")));
    }
  }

  @Test
  void shouldKeepToOurPoliciesThoughTheHostsRoutesHaveNoErrorHandler(SmartcarSimulator cars)
      throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    try (TestContext host = polling(cars).withSink("host", "direct:host-fails")) {
      host.camel()
          .getCamelContextExtension()
          .setErrorHandlerFactory(new NoErrorHandlerDefinition());
      host.withRoute(failing(attempts)).start();
      host.poll("tesla-charge", TESLA);
      host.poll("tesla-charge", "nobody");

      Path undelivered = directory.resolve("undelivered").resolve("host");
      Awaitility.await().until(() -> files(undelivered).size() == 1);
      assertTrue(attempts.get() > 1, "once, and again");
      PollOutcomes outcomes = host.bean("evchargingPollOutcomes", PollOutcomes.class);
      assertEquals(1, outcomes.of("tesla-charge", PollOutcome.REFUSED));
    }
  }

  @Test
  void shouldRetryPollsAsWeSayAndNotAsTheHostDoes(SmartcarSimulator cars) throws Exception {
    cars.vehicle(TESLA).faults().add(Fault.upstream());
    ErrorHandlerFactory deadLetters =
        new DeadLetterChannelBuilder("mock:host-dead").redeliveryDelay(1).maximumRedeliveries(4);
    try (TestContext host = polling(cars).with("evcharging.deliver.sinks", "")) {
      host.camel().getCamelContextExtension().setErrorHandlerFactory(deadLetters);
      host.start().poll("tesla-charge", TESLA);

      PollOutcomes outcomes = host.bean("evchargingPollOutcomes", PollOutcomes.class);
      assertEquals(1, outcomes.of("tesla-charge", PollOutcome.RETRY_LATER));
      assertEquals(
          3, cars.calls().count(TESLA, "tesla/charge"), "tried twice more, not four times");
      assertTrue(host.camel().hasEndpoint("mock:host-dead") == null, "no dead letter");
    }
  }

  private static RouteBuilder failing(AtomicInteger attempts) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:host-fails")
            .process(exchange -> attempts.incrementAndGet())
            .throwException(new IllegalStateException("by the host"));
      }
    };
  }

  private TestContext polling(SmartcarSimulator cars) throws Exception {
    Files.writeString(
        directory.resolve("demo.yaml"), "vehicles: [{id: %s, brand: tesla}]".formatted(TESLA));
    return TestContext.in(directory)
        .with("evcharging.smartcar.api-url", cars.apiUrl().toString())
        .with("evcharging.smartcar.access-token", cars.accessToken())
        .with("evcharging.vehicles", directory.resolve("demo.yaml").toString());
  }

  private static List<Path> files(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
