package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The program with its HTTP door, beside simulated cars, in the test's own process. */
final class DoorFixture implements AutoCloseable {

  static final String OPS = "ops-key-0123456789";
  static final String TESLA = "demo-tesla-3";
  static final String AUDI = "demo-audi-q4";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> settings = new HashMap<>();
  private final SmartcarSimulator simulator;
  private final Runner runner;

  private DoorFixture(Map<String, String> more, Path directory) throws IOException {
    simulator =
        SmartcarSimulator.builder()
            .clock(whileTheTeslaIsPluggedIn())
            .speed(60)
            .vehicles(DemoFleet.vehicles())
            .build()
            .start();
    Path vehicles = Files.createDirectories(directory).resolve("vehicles.yaml");
    Files.writeString(vehicles, DemoFleet.vehiclesYaml());
    set("smartcar.api-url", simulator.apiUrl());
    set("smartcar.vehicle-url", simulator.vehicleUrl());
    set("smartcar.access-token", simulator.accessToken());
    set("vehicles", vehicles);
    set("data-directory", directory.resolve("data"));
    set("http.host", EmbeddedBroker.HOST);
    set("http.port", 0);
    set("jms.embedded-port", 0);
    set("deliver.sinks", "file");
    set("poll.tesla-charge.enabled", false);
    set("poll.audi-charge.enabled", false);
    set("poll.charge-signals.enabled", false);
    set("command.min-interval", "0s");
    set("command.keys", "ops:" + OPS);
    settings.putAll(more);
    runner = Runner.open(Runner.CAMEL_FILE, settings);
  }

  /** The demo's fleet lives in periods of twelve hours; two hours into one, whatever time it is. */
  private static Clock whileTheTeslaIsPluggedIn() {
    Duration period = Duration.ofHours(12);
    long into = Instant.now().getEpochSecond() % period.toSeconds();
    return Clock.offset(Clock.systemUTC(), period.minusSeconds(into).plusHours(2));
  }

  /** A fixture whose program does not run yet: its port is known already. */
  static DoorFixture unstarted(Path directory) throws IOException {
    return new DoorFixture(Map.of(), directory);
  }

  DoorFixture(Path directory, Map<String, String> more) throws IOException {
    this(more, directory);
    start();
  }

  void start() throws IOException {
    runner.start();
  }

  private void set(String key, Object value) {
    settings.put("evcharging." + key, value.toString());
  }

  SmartcarSimulator simulator() {
    return simulator;
  }

  int port() {
    return runner.config().http().port();
  }

  static String path(String vehicle) {
    return "/api/vehicles/" + vehicle + "/charge/amperage";
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  /** As an operator would: with a key, and JSON. */
  HttpRequest.Builder command(String vehicle, String body) {
    return request(path(vehicle))
        .header("Authorization", "Bearer " + OPS)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** An error that is a command too: as RFC 9457 has it, with outcome and command id. */
  static void assertProblem(HttpResponse<String> answer, int status, String outcome)
      throws IOException {
    JsonNode problem = json(answer);
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        Optional.of("application/problem+json"), answer.headers().firstValue("Content-Type"));
    assertEquals(outcome, problem.get("outcome").asText());
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("commandId").asText().isEmpty());
    assertTrue(problem.get("type").asText().startsWith("urn:evcharging:problem:"));
  }

  @Override
  public void close() throws IOException {
    runner.close();
    simulator.close();
  }
}
