package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.simulator.Habit;
import io.evcharging.simulator.SimulatedFleet;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.net.http.HttpResponse;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 HTTP clients at once, each command four times, and vehicles that two commands want. */
class ManyHttpClientsTest {

  private static final int CLIENTS = 200;
  private static final int COMMANDS = CLIENTS / 4;
  private static final int VEHICLES = COMMANDS / 2;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path directory;

  @Test
  void shouldCallOnceForEachDistinctCommandAndAgreeWithTheAudit() throws Exception {
    List<SimulatedVehicle> fleet = IntStream.range(0, VEHICLES).mapToObj(this::car).toList();
    try (SmartcarSimulator cars = cars(fleet).start();
        DoorFixture door = new DoorFixture(directory, settings(cars, fleet))) {
      Map<Integer, Set<JsonNode>> answers = sendAll(door);

      answers.forEach((command, same) -> assertEquals(1, same.size(), "answers to " + command));
      Map<String, String> outcomes = outcomes(answers);
      assertEquals(COMMANDS, outcomes.size());
      assertEquals(VEHICLES, outcomes.values().stream().filter("ACCEPTED"::equals).count());
      fleet.forEach(car -> assertEquals(1, cars.calls().count(car.id()), car.id()));
      assertEquals(expected(outcomes), audited());
    }
  }

  private SimulatedVehicle car(int number) {
    return SimulatedVehicle.tesla("car-" + number)
        .habit(Habit.daily(LocalTime.of(7, 0), Duration.ofHours(12)))
        .build();
  }

  /** Late answers, so that repeats come while the first is under way. */
  private static SmartcarSimulator cars(List<SimulatedVehicle> fleet) {
    return SmartcarSimulator.builder()
        .clock(SimulatorClock.at("2026-11-20T08:00:00Z"))
        .latency(Duration.ofMillis(100))
        .vehicles(fleet)
        .build();
  }

  private Map<String, String> settings(SmartcarSimulator cars, List<SimulatedVehicle> fleet)
      throws IOException {
    Path vehicles = directory.resolve("cars.yaml");
    Files.writeString(vehicles, SimulatedFleet.vehiclesYaml(fleet));
    return Map.of(
        "evcharging.vehicles", vehicles.toString(),
        "evcharging.smartcar.api-url", cars.apiUrl().toString(),
        "evcharging.smartcar.access-token", cars.accessToken(),
        "evcharging.command.min-interval", "1h");
  }

  private static Map<Integer, Set<JsonNode>> sendAll(DoorFixture door) throws Exception {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int command = client % COMMANDS;
      sent.add(
          door.sendAsync(
              door.command("car-" + command % VEHICLES, "{\"amperage\":16}")
                  .header("Idempotency-Key", "key-" + command)));
    }
    Map<Integer, Set<JsonNode>> answers = new HashMap<>();
    for (int client = 0; client < CLIENTS; client++) {
      answers
          .computeIfAbsent(client % COMMANDS, command -> new HashSet<>())
          .add(DoorFixture.json(sent.get(client).get()));
    }
    return answers;
  }

  private static Map<String, String> outcomes(Map<Integer, Set<JsonNode>> answers) {
    return answers.values().stream()
        .flatMap(Set::stream)
        .collect(
            Collectors.toMap(
                answer -> answer.path("commandId").asText(),
                answer -> answer.path("outcome").asText()));
  }

  /** Of two commands for one vehicle the other one is too soon. */
  private static Map<String, List<String>> expected(Map<String, String> outcomes) {
    Map<String, List<String>> changes = new HashMap<>();
    outcomes.forEach(
        (id, outcome) ->
            changes.put(
                id,
                outcome.equals("ACCEPTED")
                    ? List.of("rest ASKED UNKNOWN", "rest ANSWERED ACCEPTED")
                    : List.of("rest REFUSED RATE_LIMITED")));
    return changes;
  }

  private Map<String, List<String>> audited() throws IOException {
    Map<String, List<String>> changes = new HashMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("data/audit"))) {
      for (Path file : files.toList()) {
        for (String text : Files.readAllLines(file)) {
          JsonNode line = JSON.readTree(text);
          String change =
              Stream.of("/door", "/change", "/command/outcome")
                  .map(field -> line.at(field).asText())
                  .collect(Collectors.joining(" "));
          changes
              .computeIfAbsent(line.at("/command/commandId").asText(), id -> new ArrayList<>())
              .add(change);
        }
      }
    }
    return changes;
  }
}
