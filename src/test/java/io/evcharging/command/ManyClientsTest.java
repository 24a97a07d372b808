package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.door.AmperageProcessor;
import io.evcharging.simulator.Habit;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 clients at once, each command four times, and vehicles that two commands want. */
class ManyClientsTest {

  private static final int CLIENTS = 200;
  private static final int COMMANDS = CLIENTS / 4;
  private static final int VEHICLES = COMMANDS / 2;

  private static final SimulatorClock CLOCK = SimulatorClock.at("2026-11-20T08:00:00Z");

  @TempDir Path directory;

  @Test
  void shouldCallOnceForEachDistinctCommandAndAgreeWithTheAudit() throws Exception {
    try (SmartcarSimulator cars = cars().start();
        TestContext context = context(cars).start()) {
      Map<Integer, Set<CommandResult>> results = sendAll(context);

      results.forEach((command, same) -> assertEquals(1, same.size(), "of command " + command));
      Map<String, CommandResult> byId =
          results.values().stream()
              .flatMap(Set::stream)
              .collect(Collectors.toMap(CommandResult::commandId, result -> result));
      assertEquals(COMMANDS, byId.size());
      long accepted =
          byId.values().stream()
              .filter(result -> result.outcome() == CommandOutcome.ACCEPTED)
              .count();
      assertEquals(accepted, cars.calls().total());
      assertEquals(VEHICLES, accepted, "the other one of each vehicle is too soon");
      assertEquals(expected(byId), audited());
    }
  }

  /** Late answers, so that repeats come while the first is under way. */
  private static SmartcarSimulator cars() {
    return SmartcarSimulator.builder()
        .clock(CLOCK)
        .latency(Duration.ofMillis(100))
        .vehicles(IntStream.range(0, VEHICLES).mapToObj(ManyClientsTest::car).toList())
        .build();
  }

  private static SimulatedVehicle car(int number) {
    return SimulatedVehicle.tesla("car-" + number)
        .habit(Habit.daily(LocalTime.of(7, 0), Duration.ofHours(12)))
        .build();
  }

  private TestContext context(SmartcarSimulator cars) throws Exception {
    Path file = directory.resolve("cars.yaml");
    Files.writeString(
        file,
        IntStream.range(0, VEHICLES)
            .mapToObj("  - {id: car-%d, brand: TESLA}\n"::formatted)
            .collect(Collectors.joining("", "vehicles:\n", "")));
    return TestContext.in(directory)
        .with("evcharging.vehicles", file.toString())
        .with("evcharging.smartcar.access-token", cars.accessToken())
        .withApi(cars.origin().toString())
        .withClock(CLOCK)
        .withSink("host", "mock:host");
  }

  private static Map<Integer, Set<CommandResult>> sendAll(TestContext context) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (ProducerTemplate template = context.camel().createProducerTemplate()) {
      List<Callable<CommandResult>> all = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int command = client % COMMANDS;
        all.add(() -> send(template, command));
      }
      List<Future<CommandResult>> answers = clients.invokeAll(all);
      Map<Integer, Set<CommandResult>> results = new HashMap<>();
      for (int client = 0; client < CLIENTS; client++) {
        results
            .computeIfAbsent(client % COMMANDS, command -> new HashSet<>())
            .add(answers.get(client).get());
      }
      return results;
    } finally {
      clients.shutdownNow();
    }
  }

  private static CommandResult send(ProducerTemplate template, int command) {
    return template
        .request(
            "direct:evcharging-command-amperage",
            exchange -> {
              exchange
                  .getMessage()
                  .setBody(
                      "{\"vehicleId\":\"car-%d\",\"amperage\":16}".formatted(command % VEHICLES));
              exchange.setProperty(AmperageProcessor.IDEMPOTENCY_KEY, "key-" + command);
            })
        .getMessage()
        .getBody(CommandResult.class);
  }

  private static Map<String, List<String>> expected(Map<String, CommandResult> byId) {
    return byId.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().outcome() == CommandOutcome.ACCEPTED
                        ? List.of("ASKED UNKNOWN", "ANSWERED ACCEPTED")
                        : List.of("REFUSED " + entry.getValue().outcome())));
  }

  private Map<String, List<String>> audited() throws IOException {
    JsonMapper json = new JsonMapper();
    Map<String, List<String>> changes = new HashMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
      for (Path file : files.toList()) {
        assertTrue(file.getFileName().toString().matches("commands-\\d{4}-\\d{2}\\.ndjson"));
        for (String text : Files.readAllLines(file)) {
          JsonNode line = json.readTree(text);
          changes
              .computeIfAbsent(line.at("/command/commandId").asText(), id -> new ArrayList<>())
              .add(line.path("change").asText() + " " + line.at("/command/outcome").asText());
        }
      }
    }
    return changes;
  }
}
