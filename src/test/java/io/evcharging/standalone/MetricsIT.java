package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.operate.OperationsFile;
import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a running program, held against the table in {@code docs/operations.md}. */
class MetricsIT {

  private static final Path TABLE = Path.of("docs", "operations.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(evcharging_\\w+)` \\| (\\w+) \\| *([^|]*?) *\\|.*");
  private static final Pattern TYPE = Pattern.compile("# TYPE (evcharging_\\w+) (\\w+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final List<String> args = new ArrayList<>(List.of("run"));
  private final Path data;

  MetricsIT(@TempDir Path directory) throws IOException {
    this.data = directory.resolve("data");
    set("data-directory", data);
    set("vehicles", Files.writeString(directory.resolve("v.yaml"), DemoFleet.vehiclesYaml()));
    set("http.port", 0);
    set("jms.embedded-port", 0);
    set("poll.tesla-charge.schedule", "* * * * * ?");
  }

  @Test
  void shouldBeThoseOfTheTableAndNoOthersAndNameNoVehicle() throws Exception {
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().speed(60).build().start()) {
      set("smartcar.api-url", simulator.apiUrl());
      set("smartcar.vehicle-url", simulator.vehicleUrl());
      set("smartcar.access-token", simulator.accessToken());
      try (Program run = Program.start(args.toArray(String[]::new))) {
        run.awaitOutput("running");
        awaitPolls();
        String exposed = scrape();
        assertEquals(table(), families(exposed));
        assertFalse(exposed.contains("demo-"), exposed);
        assertFalse(exposed.contains(simulator.accessToken()), exposed);
        assertTrue(value(exposed, "evcharging_poll_duration_seconds_count") > 0, exposed);
        assertTrue(value(exposed, "evcharging_observation_age_seconds") >= 0, exposed);
      }
    }
  }

  private void awaitPolls() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> value(scrape(), "evcharging_polls_total{outcome=\"observed\"") > 0);
  }

  /** The first of the samples of tesla-charge that begin so. */
  private static double value(String exposed, String begin) {
    return exposed
        .lines()
        .filter(line -> line.startsWith(begin) && line.contains("tesla-charge"))
        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static String table() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .map(ROW::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(row -> row.group(1) + " " + row.group(2) + " " + labels(row.group(3)))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String labels(String cell) {
    return new TreeSet<>(List.of(cell.replace("`", "").strip().split(", ?", -1))).toString();
  }

  private static String families(String exposed) {
    return TYPE.matcher(exposed)
        .results()
        .map(type -> type.group(1) + " " + type.group(2) + " " + labelsOf(type, exposed))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String labelsOf(MatchResult type, String exposed) {
    TreeSet<String> labels =
        exposed
            .lines()
            .filter(line -> line.matches(type.group(1) + "(_bucket|_count|_sum)?[{ ].*"))
            .flatMap(line -> LABEL.matcher(line).results())
            .map(label -> label.group(1))
            .filter(label -> !label.equals("le"))
            .collect(Collectors.toCollection(TreeSet::new));
    return labels.isEmpty() ? "[]" : labels.toString();
  }

  private String scrape() throws Exception {
    URI door = URI.create(OperationsFile.read(data).orElseThrow().url());
    HttpRequest request = HttpRequest.newBuilder(door.resolve("/observe/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private void set(String key, Object value) {
    args.add("-Devcharging." + key + "=" + value);
  }
}
