package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The distribution in a process of its own, from its start script to its end. */
final class StartedProgram {

  private static final Path SCRIPT = Path.of("target/evcharging/bin/evcharging").toAbsolutePath();

  private final Path java;
  private final String apiUrl;
  private final int fleet;

  /**
   * Starts nothing yet.
   *
   * @param java its home
   * @param fleet how many vehicles
   */
  StartedProgram(Path java, String apiUrl, int fleet) {
    this.java = java;
    this.apiUrl = apiUrl;
    this.fleet = fleet;
  }

  /**
   * One start.
   *
   * @param seconds until it polls
   * @param cpuSeconds of all its threads until then
   * @param residentMiB after it has polled for a while
   * @param stopSeconds from the signal to the end
   */
  record Figures(double seconds, double cpuSeconds, double residentMiB, double stopSeconds) {}

  /**
   * Starts it, lets it poll for a while, and ends it.
   *
   * @param directory for its data
   * @param cache the folder for its archive, or nothing
   * @param polling for how long; without, its schedules are those that it comes with
   */
  Figures measure(Path directory, String cache, Duration polling) throws Exception {
    Path log = directory.resolve("program.log");
    List<String> arguments = arguments(directory, !polling.isZero());
    long start = System.nanoTime();
    Process program = start(log, arguments, cache);
    try {
      while (!Files.readString(log).contains("running:")) {
        if (!program.isAlive() || since(start) > Setup.LIMIT.toSeconds() * 2) {
          throw new IllegalStateException(Files.readString(log));
        }
        Thread.sleep(5);
      }
      double seconds = since(start);
      double cpu = program.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
      Thread.sleep(polling.toMillis());
      double resident = residentMiB(program.pid());
      long end = System.nanoTime();
      program.destroy();
      program.waitFor();
      return new Figures(seconds, cpu, resident, since(end));
    } finally {
      program.destroyForcibly();
    }
  }

  private Process start(Path log, List<String> arguments, String cache) throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", java.toString(), "EVCHARGING_CACHE", cache));
    return builder.start();
  }

  private List<String> arguments(Path directory, boolean polls) throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(
        vehicles,
        IntStream.range(0, fleet)
            .mapToObj(number -> "  - {id: " + Setup.vehicleId(number) + ", brand: Tesla}\n")
            .collect(Collectors.joining("", "vehicles:\n", "")));
    return List.of(
        "run",
        "-Devcharging.smartcar.api-url=" + apiUrl,
        "-Devcharging.smartcar.access-token=benchmark",
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.data-directory=" + directory.resolve("data"),
        "-Devcharging.poll.tesla-charge.schedule=" + (polls ? "0/5 * * * * ?" : "0 5/30 * * * ?"),
        "-Devcharging.http.port=0",
        "-Devcharging.jms.embedded-port=0");
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /** Linux says it in kB; elsewhere there is no figure. */
  private static double residentMiB(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return Double.NaN;
  }
}
