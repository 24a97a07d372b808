package io.evcharging.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Starts the distribution as its users do: for the first time, and with and without the archive
 * that it keeps for itself, in turns, on each Java; and lets it poll a fleet.
 */
final class StartBenchmark {

  private static final int FLEET = 100;

  private final Path directory;
  private final Duration polling;
  private final Map<String, List<StartedProgram.Figures>> all = new LinkedHashMap<>();
  private final Map<String, Double> resident = new HashMap<>();

  private StartBenchmark(Path directory, Duration polling) {
    this.directory = directory;
    this.polling = polling;
  }

  /**
   * Measures and prints.
   *
   * @param args rounds; for how many seconds one more start polls; the homes of the Javas,
   *     separated by commas, or nothing for those that are found
   */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("evcharging-benchmark");
    List<Path> javas = JavaHomes.of(Arrays.stream(args).skip(2).findFirst().orElse(""));
    Report.say(
        "%s, %d processors, load %.1f",
        javas,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    try (ServerProcess server = new ServerProcess(Duration.ofMillis(50))) {
      StartBenchmark benchmark =
          new StartBenchmark(directory, Duration.ofSeconds(Integer.parseInt(args[1])));
      for (Path java : javas) {
        benchmark.run(java, server.apiUrl(), Integer.parseInt(args[0]));
      }
      benchmark.print();
    } finally {
      delete(directory);
    }
  }

  private void run(Path java, String apiUrl, int rounds) throws Exception {
    Path home = Files.createDirectories(directory.resolve(java.getFileName().toString()));
    Path cache = home.resolve("cache");
    StartedProgram program = new StartedProgram(java, apiUrl, FLEET);
    add(java, "first", program.measure(home, cache.toString(), Duration.ZERO));
    for (int round = 1; round <= rounds; round++) {
      add(java, "without", program.measure(home, "", Duration.ZERO));
      add(java, "with", program.measure(home, cache.toString(), Duration.ZERO));
    }
    resident.put(name(java, "without"), program.measure(home, "", polling).residentMiB());
    resident.put(
        name(java, "with"), program.measure(home, cache.toString(), polling).residentMiB());
  }

  private void add(Path java, String way, StartedProgram.Figures figures) {
    all.computeIfAbsent(name(java, way), any -> new ArrayList<>()).add(figures);
  }

  private static String name(Path java, String way) {
    return java.getFileName() + " | " + way;
  }

  private void print() {
    Report.say(
        "%nMedians, and the best start; resident: one more start, whose fleet of %d is polled every 5 s for %d s%n",
        FLEET, polling.toSeconds());
    Report.say(
        "| Java | archive | start, s | best | of it CPU, s | best | resident, MiB | stop, s |");
    Report.say("| --- | --- | --- | --- | --- | --- | --- | --- |");
    all.forEach(
        (name, figures) ->
            Report.say(
                "| %s | %.2f | %.2f | %.2f | %.2f | %s | %.2f |",
                name,
                median(figures, StartedProgram.Figures::seconds),
                best(figures, StartedProgram.Figures::seconds),
                median(figures, StartedProgram.Figures::cpuSeconds),
                best(figures, StartedProgram.Figures::cpuSeconds),
                resident(name),
                median(figures, StartedProgram.Figures::stopSeconds)));
  }

  private String resident(String name) {
    Double measured = resident.get(name);
    return measured == null ? "" : "%.0f".formatted(measured);
  }

  private static double median(
      List<StartedProgram.Figures> of, ToDoubleFunction<StartedProgram.Figures> figure) {
    return Report.median(of.stream().mapToDouble(figure).toArray());
  }

  private static double best(
      List<StartedProgram.Figures> of, ToDoubleFunction<StartedProgram.Figures> figure) {
    return of.stream().mapToDouble(figure).min().orElseThrow();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
