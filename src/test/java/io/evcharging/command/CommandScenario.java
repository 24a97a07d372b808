package io.evcharging.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evcharging.simulator.Charger;
import io.evcharging.simulator.Habit;
import io.evcharging.simulator.Obedience;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SimulatedVehicleBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One file: a car, what is done step by step, and what must come of it. The car's id is the file's
 * name; in what is sent, {@code CAR} stands for it.
 */
record CommandScenario(String name, JsonNode car, JsonNode steps, JsonNode then) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Habit PLUGGED_IN = Habit.daily(LocalTime.of(7, 0), Duration.ofHours(12));

  static List<CommandScenario> all() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(CommandScenario.class.getResource("/scenarios/command"))
                .toURI());
    List<CommandScenario> scenarios = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        JsonNode root = YAML.readTree(file.toFile());
        scenarios.add(
            new CommandScenario(
                file.getFileName().toString().replace(".yaml", ""),
                root.path("car"),
                root.required("steps"),
                root.required("then")));
      }
    }
    return scenarios;
  }

  String brand() {
    return car.path("brand").asText("TESLA");
  }

  boolean listed() {
    return car.path("listed").asBoolean(true);
  }

  /** A Tesla at a wallbox of 32 amps, unless the file says something else. */
  SimulatedVehicle simulated() {
    SimulatedVehicleBuilder built =
        brand().equals("TESLA") ? SimulatedVehicle.tesla(name) : SimulatedVehicle.audi(name);
    return built
        .maxAmps(car.path("maxAmps").asInt(32))
        .charger(Charger.ac(230, 3, 32))
        .habit(car.path("plugged").asBoolean(true) ? PLUGGED_IN : Habit.neverPluggedIn())
        .obedience(Obedience.valueOf(car.path("obedience").asText("ALWAYS")))
        .reaction(Duration.parse(car.path("reaction").asText("PT8S")))
        .build();
  }

  @Override
  public String toString() {
    return name;
  }
}
