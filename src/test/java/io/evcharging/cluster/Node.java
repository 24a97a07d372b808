package io.evcharging.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One node: the distribution's {@code run}, which can be killed and started again. */
final class Node implements AutoCloseable {

  private static final Path SCRIPT = Path.of("target", "evcharging", "bin", "evcharging");
  private static final String KEY = "a-key-for-this-test-alone-0123456789abcdef";
  private static final Pattern ACCEPTED = Pattern.compile("accepted ([0-9a-f-]{36})");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path directory;
  private final int port;
  private final List<String> command = new ArrayList<>();
  private @Nullable Process process;
  private int starts;

  Node(Path directory, Map<String, Object> settings) throws IOException {
    this.directory = Files.createDirectories(directory);
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    command.addAll(List.of(SCRIPT.toAbsolutePath().toString(), "run"));
    set("data-directory", directory.resolve("data"));
    set("http.port", port);
    set("command.keys", "ops:" + KEY);
    settings.forEach(this::set);
  }

  private void set(String key, Object value) {
    command.add("-D" + (key.startsWith("log.") ? "" : "evcharging.") + key + "=" + value);
  }

  Node start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("EVCHARGING_CACHE", "");
    process = builder.redirectOutput(log(++starts).toFile()).start();
    return this;
  }

  Node awaitRunning() {
    return awaitLog("running: delivers");
  }

  Node awaitLog(String text) {
    Awaitility.await(text)
        .atMost(Duration.ofMinutes(2))
        .until(() -> log().contains(text) || !isAlive());
    if (!log().contains(text)) {
      throw new IllegalStateException(log());
    }
    return this;
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether this is its name among the nodes. */
  boolean isCalled(String name) {
    return process != null && name.contains("-" + process.pid() + "-");
  }

  /** By SIGKILL. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** By SIGTERM; returns the exit code. */
  int stop() throws InterruptedException {
    if (process == null) {
      return 0;
    }
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("it does not stop: " + log());
    }
    return process.exitValue();
  }

  private Path log(int start) {
    return directory.resolve("run-" + start + ".log");
  }

  /** Of the last start. */
  String log() {
    return read(log(starts));
  }

  /** What it has said to have accepted, in all its starts. */
  Set<String> accepted() {
    Set<String> ids = new LinkedHashSet<>();
    for (int start = 1; start <= starts; start++) {
      ACCEPTED.matcher(read(log(start))).results().forEach(found -> ids.add(found.group(1)));
    }
    return ids;
  }

  /** What lies in its files. */
  List<String> delivered() throws IOException {
    Path folder = directory.resolve("data/observations");
    List<String> ids = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          for (String line : read(file).split("\n", -1)) {
            ID.matcher(line).results().limit(1).forEach(found -> ids.add(found.group(1)));
          }
        }
      }
    }
    return ids;
  }

  HttpResponse<String> command(String vehicle, String key, int amps) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + port + "/api/vehicles/" + vehicle + "/charge/amperage"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString("{\"amperage\":" + amps + "}"))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> ready() throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/health/ready"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
