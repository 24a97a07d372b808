package io.evcharging.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the running program from outside: its heap by jcmd, the rest by /proc and /observe. */
final class Sampler {

  /** One line of all collectors but the serial one, which has one for each generation. */
  private static final Pattern HEAP =
      Pattern.compile("(?:heap|generation)\\s+total \\d+K, used (\\d+)K");

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

  /** More than the pool has threads: 276, see evcharging.command.rest.concurrency. */
  private static final int REQUESTS = 400;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String pid;
  private final URI metrics;
  private final Path data;
  private final long started = System.nanoTime();

  Sampler(long pid, int port, Path data) {
    this.pid = Long.toString(pid);
    this.metrics = URI.create("http://127.0.0.1:" + port + "/observe/metrics");
    this.data = data;
  }

  /**
   * The HTTP door's pool gets one thread more for each request until it is full: without this, each
   * sample would look like a leak of one thread.
   */
  void fillPools() throws Exception {
    for (int i = 0; i < REQUESTS; i++) {
      scrape();
    }
  }

  /** How many observations wait, of all sinks together. */
  long backlog() throws Exception {
    return sum(scrape(), "evcharging_backlog{.*");
  }

  private String scrape() throws Exception {
    return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
  }

  Sample take() throws Exception {
    jcmd("GC.run");
    String status = Files.readString(Path.of("/proc", pid, "status"));
    String exposed = scrape();
    return new Sample(
        Duration.ofNanos(System.nanoTime() - started),
        heap(jcmd("GC.heap_info")),
        number(THREADS, status),
        count(Path.of("/proc", pid, "fd")),
        number(RESIDENT, status),
        kib(data.resolve("broker")),
        kib(data.resolve("state")),
        sum(exposed, "evcharging_polls_total{.*"),
        sum(exposed, "evcharging_deliveries_total{.*outcome=\"delivered\".*"));
  }

  private String jcmd(String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process = new ProcessBuilder(jcmd, pid, command).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long heap(String info) {
    long used = HEAP.matcher(info).results().mapToLong(one -> Long.parseLong(one.group(1))).sum();
    if (used == 0) {
      throw new IllegalStateException("no " + HEAP + " in " + info);
    }
    return used;
  }

  private static long number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return Long.parseLong(found.group(1));
  }

  private static long sum(String exposed, String line) {
    Pattern wanted = Pattern.compile(line.replaceFirst("([a-z])[{]", "$1\\\\{"));
    return exposed
        .lines()
        .filter(wanted.asMatchPredicate())
        .mapToLong(sample -> (long) Double.parseDouble(sample.substring(sample.lastIndexOf(' '))))
        .sum();
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  /** What lies in a folder; files come and go meanwhile. */
  private static long kib(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += size(file);
      }
    }
    return bytes / 1024;
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
