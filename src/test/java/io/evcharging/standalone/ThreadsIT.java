package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.operate.OperationsFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many threads of the system the program needs while thousands of cars take their time. */
class ThreadsIT {

  private static final int CALLS = 5000;

  /**
   * From Java 24 on consumers of JMS take none; there are two sinks and commands, eight for each.
   */
  private static final int MOST_THREADS = Runtime.version().feature() >= 24 ? 100 : 124;

  private static final Pattern PEAK = Pattern.compile("(?m)^jvm_threads_peak_threads (\\S+)$");

  private final Queue<Socket> calls = new ConcurrentLinkedQueue<>();
  private final Path directory;

  ThreadsIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldNeedNoThreadForACallThatWaits() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, CALLS, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> take(silent), "silent-server");
      server.start();
      try (Program program = Program.start(arguments(silent.getLocalPort()))) {
        program.awaitOutput("running:");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> calls.size() >= CALLS);
        double peak = peak();
        assertTrue(peak <= MOST_THREADS, () -> peak + " threads");
      }
    }
  }

  private void take(ServerSocket silent) {
    while (!silent.isClosed()) {
      try {
        calls.add(silent.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private String[] arguments(int port) throws IOException {
    String vehicles =
        IntStream.range(0, CALLS)
            .mapToObj("  - {id: 00000000-0000-4000-8000-%012d, brand: Tesla}"::formatted)
            .collect(Collectors.joining("\n", "vehicles:\n", "\n"));
    return List.of(
            "run",
            "-Devcharging.vehicles=" + Files.writeString(directory.resolve("v.yaml"), vehicles),
            "-Devcharging.data-directory=" + directory.resolve("data"),
            "-Devcharging.smartcar.api-url=http://127.0.0.1:" + port,
            "-Devcharging.smartcar.access-token=some-token",
            "-Devcharging.poll.concurrency=" + CALLS,
            "-Devcharging.poll.tesla-charge.schedule=0/10 * * * * ?",
            "-Devcharging.poll.adaptive.spread=0s",
            "-Devcharging.budget.application.capacity=" + CALLS * 10,
            "-Devcharging.http.port=0",
            "-Devcharging.jms.embedded-port=0")
        .toArray(String[]::new);
  }

  private double peak() throws Exception {
    String door = OperationsFile.read(directory.resolve("data")).orElseThrow().url();
    URI metrics = URI.create(door).resolve("/observe/metrics");
    String exposed =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body();
    Matcher peak = PEAK.matcher(exposed);
    assertTrue(peak.find(), exposed);
    return Double.parseDouble(peak.group(1));
  }
}
