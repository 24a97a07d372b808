package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.operate.OperationsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging status} beside {@code evcharging run}, each a process of its own. */
class StatusIT {

  private static final String VEHICLES = "vehicles: [{id: secret-vehicle, brand: TESLA}]";

  private final Path data;
  private final Path vehicles;

  StatusIT(@TempDir Path directory) throws IOException {
    this.data = directory.resolve("data");
    this.vehicles = Files.writeString(directory.resolve("vehicles.yaml"), VEHICLES);
  }

  @Test
  void shouldSayThatNothingRuns() throws Exception {
    try (Program status = status()) {
      assertEquals(StatusCommand.NOT_RUNNING, status.exitCode(), status::output);
      assertEquals("Nothing runs on the data directory " + data + ".\n", status.output());
    }
  }

  @Test
  void shouldSayHowTheRunningProgramIsAndNotBelieveWhatAKilledOneHasLeft() throws Exception {
    try (Program run = run()) {
      run.awaitOutput("running");
      try (Program status = status()) {
        assertEquals(0, status.exitCode(), status::output);
        assertTrue(status.output().contains("all is well"), status::output);
        assertTrue(status.output().contains("UP    source-tesla-charge"), status::output);
      }
      Files.writeString(vehicles, "vehicles: [{id: secret-vehicle}]");
      try (Program status = status("--json")) {
        assertEquals(1, status.exitCode(), status::output);
        assertVehiclesAreIll(new JsonMapper().readTree(status.output()));
      }
      assertHealthTellsNoVehicle();
    }
    assertTrue(OperationsFile.read(data).isPresent(), "it was killed");
    try (Program status = status()) {
      assertEquals(StatusCommand.NOT_RUNNING, status.exitCode(), status::output);
    }
  }

  @Test
  void shouldTakeTheKeyAwayAtTheStop() throws Exception {
    try (Program run = run()) {
      run.awaitOutput("running");
      assertEquals(401, get("/evcharging/status"));
      run.terminate();
      run.exitCode();
    }
    assertFalse(OperationsFile.read(data).isPresent());
  }

  private static void assertVehiclesAreIll(JsonNode status) {
    assertEquals("DOWN", status.path("state").asText());
    List<String> ill = new ArrayList<>();
    for (JsonNode check : status.path("checks")) {
      if (check.path("state").asText().equals("DOWN")) {
        ill.add(check.path("name").asText());
      }
    }
    assertEquals(List.of("vehicles"), ill);
  }

  private void assertHealthTellsNoVehicle() throws Exception {
    assertEquals(503, get("/observe/health/ready"));
    assertEquals(200, get("/observe/health/live"));
    String health = body("/observe/health?data=true");
    assertTrue(health.contains("evcharging-source-tesla-charge"), health);
    assertFalse(health.contains("secret"), health);
  }

  private int get(String path) throws Exception {
    return HttpClient.newHttpClient().send(request(path), BodyHandlers.discarding()).statusCode();
  }

  private String body(String path) throws Exception {
    return HttpClient.newHttpClient().send(request(path), BodyHandlers.ofString()).body();
  }

  private HttpRequest request(String path) throws IOException {
    URI door = URI.create(OperationsFile.read(data).orElseThrow().url());
    return HttpRequest.newBuilder(door.resolve(path)).build();
  }

  private Program status(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("status", "-Devcharging.data-directory=" + data));
    args.addAll(List.of(options));
    return Program.start(args.toArray(String[]::new));
  }

  private Program run() throws IOException {
    return Program.start(
        "run",
        "-Devcharging.data-directory=" + data,
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.smartcar.access-token=secret-token",
        "-Devcharging.http.port=0",
        "-Devcharging.jms.embedded-port=0");
  }
}
