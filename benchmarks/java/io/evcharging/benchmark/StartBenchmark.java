package io.evcharging.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Starts the distribution as its users do, with and without the archive that it keeps for itself,
 * in turns, and lets it poll a fleet.
 */
final class StartBenchmark {

  private static final int FLEET = 100;

  private final Path directory;
  private final Duration polling;

  private StartBenchmark(Path directory, Duration polling) {
    this.directory = directory;
    this.polling = polling;
  }

  /**
   * Measures and prints.
   *
   * @param args rounds, and for how many seconds each start polls
   */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("evcharging-benchmark");
    Report.say(
        "JDK %s, %d processors, load %.1f",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    try (ServerProcess server = new ServerProcess(Duration.ofMillis(50))) {
      Duration polling = Duration.ofSeconds(Integer.parseInt(args[1]));
      new StartBenchmark(directory, polling).run(server.apiUrl(), Integer.parseInt(args[0]));
    } finally {
      delete(directory);
    }
  }

  private void run(String apiUrl, int rounds) throws Exception {
    Map<String, String> with = Map.of("EVCHARGING_CACHE", directory.resolve("cache").toString());
    Map<String, Map<String, String>> ways = new LinkedHashMap<>();
    ways.put("without", Map.of("EVCHARGING_CACHE", ""));
    ways.put("with", with);
    StartedProgram.measure(directory, apiUrl, FLEET, with, Duration.ZERO);
    Map<String, List<StartedProgram.Figures>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Map<String, String>> way : ways.entrySet()) {
        all.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
            .add(StartedProgram.measure(directory, apiUrl, FLEET, way.getValue(), polling));
      }
    }
    print(all);
  }

  private void print(Map<String, List<StartedProgram.Figures>> all) {
    Report.say("%nMedians; a fleet of %d, polled every 5 s for %d s%n", FLEET, polling.toSeconds());
    Report.say("| archive | start, s | of it CPU, s | resident then, MiB | stop, s |");
    Report.say("| --- | --- | --- | --- | --- |");
    all.forEach(
        (name, figures) ->
            Report.say(
                "| %s | %.2f | %.2f | %.0f | %.2f |",
                name,
                median(figures, StartedProgram.Figures::seconds),
                median(figures, StartedProgram.Figures::cpuSeconds),
                median(figures, StartedProgram.Figures::residentMiB),
                median(figures, StartedProgram.Figures::stopSeconds)));
  }

  private static double median(
      List<StartedProgram.Figures> of, ToDoubleFunction<StartedProgram.Figures> figure) {
    return Report.median(of.stream().mapToDouble(figure).toArray());
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
