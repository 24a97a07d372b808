package io.evcharging.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The distribution's {@code run} as a process of its own, to be ended in any way and started again
 * on the same data. What it has said to have accepted is read from its log, which a kill leaves.
 */
final class Rig implements AutoCloseable {

  private static final Path SCRIPT = Path.of("target", "evcharging", "bin", "evcharging");
  private static final Pattern ACCEPTED = Pattern.compile("accepted ([0-9a-f-]{36})");
  private static final Pattern DROPPED = Pattern.compile("(\\d+) of the oldest observations");
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Path directory;
  private final Path data;
  private final List<String> command = new ArrayList<>();
  private @Nullable Process process;
  private int starts;

  Rig(Path directory, Path data, Cars cars, int vehicles) throws IOException {
    this.directory = directory;
    this.data = data;
    Path list = directory.resolve("vehicles.yaml");
    Cars.list(list, vehicles);
    command.addAll(List.of(SCRIPT.toAbsolutePath().toString(), "run", "-Dlog.level=debug"));
    set("vehicles", list);
    set("data-directory", data);
    set("smartcar.access-token", "some-token");
    set("smartcar.api-url", cars.url());
    set("http.port", 0);
    set("jms.embedded-port", 0);
    set("poll.tesla-charge.schedule", "* * * * * ?");
    set("poll.audi-charge.enabled", false);
    set("poll.charge-signals.enabled", false);
    set("deliver.retry-delay-max", "2s");
    // As much load as the machine gives: no call is spared.
    set("poll.adaptive.enabled", false);
    set("budget.application.capacity", 1_000_000);
    set("budget.vehicle.per-month", 1_000_000);
  }

  /** Another distribution than the build's own. */
  Rig of(Path distribution) {
    command.set(0, distribution.resolve("bin").resolve("evcharging").toString());
    return this;
  }

  Rig set(String key, Object value) {
    command.add("-Devcharging." + key + "=" + value);
    return this;
  }

  Path data() {
    return data;
  }

  void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process = builder.redirectOutput(log(++starts).toFile()).start();
  }

  /** By SIGKILL: nothing of the process runs any more. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** By SIGTERM. */
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("it does not stop: " + log());
      }
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  private Path log(int start) {
    return directory.resolve("run-" + start + ".log");
  }

  /** What the last start has printed so far. */
  String log() {
    return read(log(starts));
  }

  void awaitLog(String text) {
    Awaitility.await(text).atMost(PATIENCE).until(() -> log().contains(text) || !isAlive());
    if (!log().contains(text)) {
      throw new IllegalStateException(log());
    }
  }

  /** How often the last start has said that polling pauses. */
  int pauses() {
    return count("polling pauses");
  }

  /** How often the last start has said this. */
  int count(String text) {
    return log().split(Pattern.quote(text), -1).length - 1;
  }

  /** How many observations were given up, by the log of all starts. */
  long dropped() {
    return IntStream.rangeClosed(1, starts)
        .mapToObj(start -> DROPPED.matcher(read(log(start))).results())
        .flatMap(found -> found)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  /** In the order in which they were accepted, of all starts. */
  Set<String> accepted() {
    Set<String> ids = new LinkedHashSet<>();
    for (int start = 1; start <= starts; start++) {
      ids.addAll(acceptedIn(read(log(start))));
    }
    return ids;
  }

  /** Of the last start. */
  int acceptedNow() {
    return acceptedIn(log()).size();
  }

  /** So many more than there are now. */
  void awaitMoreAccepted(int more) {
    int enough = acceptedNow() + more;
    Awaitility.await("accepted")
        .atMost(PATIENCE)
        .until(() -> acceptedNow() >= enough || !isAlive());
    if (!isAlive()) {
      throw new IllegalStateException(log());
    }
  }

  private static List<String> acceptedIn(String log) {
    return ACCEPTED.matcher(log).results().map(found -> found.group(1)).toList();
  }

  /** What is still waiting is delivered, and no more is polled. */
  void awaitDelivered(List<Arrival> arrivals) {
    awaitDelivered(() -> arrivals);
  }

  /** Takes all out of a queue of the sink's, until it has had what was accepted. */
  List<Arrival> awaitDelivered(BrokerDoor door, String queue) {
    List<Arrival> arrivals = new ArrayList<>();
    awaitDelivered(
        () -> {
          arrivals.addAll(door.drain(queue));
          return arrivals;
        });
    return arrivals;
  }

  void awaitDelivered(Callable<List<Arrival>> arrivals) {
    Awaitility.await("all delivered")
        .atMost(PATIENCE)
        .until(() -> ids(arrivals.call().stream()).containsAll(accepted()));
  }

  static Set<String> ids(Stream<Arrival> arrivals) {
    Set<String> ids = new LinkedHashSet<>();
    arrivals.map(Arrival::id).forEach(ids::add);
    return ids;
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
