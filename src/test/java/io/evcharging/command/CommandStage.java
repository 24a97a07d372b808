package io.evcharging.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.door.AmperageProcessor;
import io.evcharging.door.CommandReader;
import io.evcharging.door.CommandSwitch;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.testing.CommandSchema;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/** The simulator, a host with the routes, and a clock that both live by. */
final class CommandStage implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();

  private final Path directory;
  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private final SmartcarSimulator cars;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private TestContext context;

  private CommandStage(Path directory, List<CommandScenario> scenarios) throws Exception {
    this.directory = directory;
    this.cars =
        SmartcarSimulator.builder()
            .clock(clock)
            .vehicles(scenarios.stream().map(CommandScenario::simulated).toList())
            .build()
            .start();
    Files.writeString(directory.resolve("cars.yaml"), vehicles(scenarios));
    this.context = start();
  }

  static CommandStage open(Path directory, List<CommandScenario> scenarios) throws Exception {
    return new CommandStage(directory, scenarios);
  }

  private static String vehicles(List<CommandScenario> scenarios) {
    return scenarios.stream()
        .filter(CommandScenario::listed)
        .map(scenario -> "  - {id: %s, brand: %s}\n".formatted(scenario.name(), scenario.brand()))
        .collect(Collectors.joining("", "vehicles:\n", ""));
  }

  private TestContext start() throws Exception {
    TestContext started =
        TestContext.in(directory)
            .with("evcharging.vehicles", directory.resolve("cars.yaml").toString())
            .with("evcharging.smartcar.access-token", cars.accessToken())
            .with("evcharging.smartcar.api-url", cars.apiUrl().toString())
            .with("evcharging.smartcar.vehicle-url", cars.vehicleUrl().toString())
            .with("evcharging.smartcar.response-timeout", "1s")
            .withSink("host", "direct:host")
            .withClock(clock)
            .withRoute(
                new RouteBuilder() {
                  @Override
                  public void configure() {
                    from("direct:host").process(CommandStage.this::received);
                  }
                })
            .start();
    started.camel().getRouteController().stopRoute("evcharging-command-confirm");
    return started;
  }

  private void received(Exchange exchange) throws IOException {
    if (CommandResult.TYPE.equals(exchange.getMessage().getHeader("ce-type"))) {
      byte[] json = exchange.getMessage().getBody(byte[].class);
      CommandSchema.assertValid(json);
      events.add(JSON.readTree(json));
    }
  }

  void restart() throws Exception {
    context.close();
    context = start();
  }

  SmartcarSimulator cars() {
    return cars;
  }

  void advance(String duration) {
    clock.advance(Duration.parse(duration));
  }

  void switchTo(boolean enabled) {
    context.bean("evchargingCommandSwitch", CommandSwitch.class).setEnabled(enabled);
  }

  void poll(String source, String vehicleId) {
    context.poll(source, vehicleId);
  }

  /**
   * Makes the polls that are due, as the route does.
   *
   * @return how many of them were for this vehicle
   */
  long tick(String vehicleId) throws IOException {
    List<ReadBack.Poll> due = context.bean("evchargingCommanding", Commanding.class).tick();
    due.forEach(poll -> context.poll(poll.source(), poll.vehicleId()));
    return due.stream().filter(poll -> poll.vehicleId().equals(vehicleId)).count();
  }

  /** Eight o'clock of the next day: all cars are plugged in. */
  Instant nextMorning() {
    Instant morning = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(32));
    clock.set(morning);
    return morning;
  }

  void fault(String vehicleId, JsonNode fault) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(cars.origin() + "/simulator/vehicles/" + vehicleId + "/faults"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(fault.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.body());
    }
  }

  Exchange send(String body, JsonNode step) {
    return context
        .camel()
        .createProducerTemplate()
        .request(
            "direct:evcharging-command-amperage",
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.setProperty(AmperageProcessor.DOOR, text(step, "door"));
              exchange.setProperty(AmperageProcessor.REQUESTED_BY, text(step, "by"));
              exchange.setProperty(AmperageProcessor.VEHICLE_ID, text(step, "vehicle"));
              exchange.setProperty(AmperageProcessor.IDEMPOTENCY_KEY, text(step, "key"));
              String refusal = text(step, "refusal");
              exchange.setProperty(
                  AmperageProcessor.REFUSAL,
                  refusal == null ? null : CommandOutcome.valueOf(refusal));
            });
  }

  private static @Nullable String text(JsonNode step, String field) {
    return step.has(field) ? step.get(field).asText() : null;
  }

  @Nullable CommandResult read(String commandId) {
    return context
        .camel()
        .createProducerTemplate()
        .request(
            "direct:evcharging-command-read",
            exchange -> exchange.setProperty(CommandReader.COMMAND_ID, commandId))
        .getMessage()
        .getBody(CommandResult.class);
  }

  /** Outcome and confirmation of each event of these commands. */
  List<String> events(List<String> commandIds) {
    return events.stream()
        .filter(event -> commandIds.contains(event.path("commandId").asText()))
        .map(CommandStage::state)
        .toList();
  }

  private static String state(JsonNode result) {
    String confirmation = result.at("/confirmation/status").asText();
    return result.path("outcome").asText() + (confirmation.isEmpty() ? "" : " " + confirmation);
  }

  /** What the audit says of these commands: the change, the outcome and the confirmation. */
  List<String> audit(List<String> commandIds) throws IOException {
    List<String> told = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
      for (Path file : files.sorted().toList()) {
        for (String text : Files.readAllLines(file)) {
          JsonNode line = JSON.readTree(text);
          JsonNode command = line.required("command");
          if (commandIds.contains(command.path("commandId").asText())) {
            told.add(line.path("change").asText() + " " + state(command));
          }
        }
      }
    }
    return told;
  }

  /** Commands of any make. */
  long calls(String vehicleId) {
    return cars.calls().byPath(vehicleId).entrySet().stream()
        .filter(path -> path.getKey().endsWith("/ammeter"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public void close() {
    context.close();
    Objects.requireNonNull(cars).close();
  }
}
