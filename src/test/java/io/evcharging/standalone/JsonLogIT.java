package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.Fault;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} logs when it is told to log JSON. */
class JsonLogIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, String> AS_JSON = Map.of("EVCHARGING_LOG_FORMAT", "json");

  private final Path directory;
  private final List<String> args = new ArrayList<>(List.of("run"));

  JsonLogIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldLogOneObjectALineWithTheKeysAsFields() throws Exception {
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().speed(60).build().start()) {
      simulator.faults().add(Fault.upstream());
      settings(simulator);
      try (Program run = Program.start(AS_JSON, args)) {
        run.awaitOutput("\"outcome\"");
        run.terminate();
        run.exitCode();
        assertEvents(run.output().lines().toList());
      }
    }
  }

  @Test
  void shouldRefuseAFormatThatThereIsNot() throws Exception {
    try (Program run = Program.start("run", "-Dlog.format=xml")) {
      assertEquals(EvCharging.FAULTY, run.exitCode(), run::output);
      assertEquals(1, run.output().lines().count(), run::output);
      assertTrue(run.output().contains("text or json is allowed"), run::output);
    }
  }

  private static void assertEvents(List<String> lines) throws IOException {
    JsonNode poll = MissingNode.getInstance();
    for (String line : lines) {
      JsonNode event = JSON.readTree(line);
      assertTrue(event.path("time").isTextual() && event.path("message").isTextual(), line);
      poll = event.path("source").asText().equals("tesla-charge") ? event : poll;
    }
    assertFalse(poll.isMissingNode(), lines::toString);
    assertEquals("TESLA", poll.path("brand").asText());
    assertTrue(poll.path("vehicleId").asText().startsWith("demo-tesla"), poll::toString);
    assertEquals("io.evcharging.poll.PollFailure", poll.path("logger").asText());
  }

  private void settings(SmartcarSimulator simulator) throws IOException {
    set("vehicles", Files.writeString(directory.resolve("v.yaml"), DemoFleet.vehiclesYaml()));
    set("data-directory", directory.resolve("data"));
    set("smartcar.api-url", simulator.apiUrl());
    set("smartcar.vehicle-url", simulator.vehicleUrl());
    set("smartcar.access-token", simulator.accessToken());
    set("http.port", 0);
    set("jms.embedded-port", 0);
    set("poll.tesla-charge.schedule", "* * * * * ?");
  }

  private void set(String key, Object value) {
    args.add("-Devcharging." + key + "=" + value);
  }
}
