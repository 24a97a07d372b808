package io.evcharging.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;

/** Polls a fleet through the routes and by a bare HTTP client, in turns, and compares. */
final class PollBenchmark {

  private final Path directory;

  private PollBenchmark(Path directory) {
    this.directory = directory;
  }

  /** Runs all; ends with an exception when a contender has lost or mixed up an answer. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("evcharging-benchmark");
    try {
      Report.say(
          "JDK %s, %d processors, load %.1f, heap %d MiB",
          Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          Runtime.getRuntime().maxMemory() >> 20);
      PollBenchmark benchmark = new PollBenchmark(directory);
      benchmark.run(Setup.atOnce(), "at-once");
      benchmark.run(Setup.slow(), "slow");
      benchmark.countConversions(Setup.atOnce());
    } finally {
      delete(directory);
    }
  }

  private void run(Setup setup, String name) throws Exception {
    Path under = directory.resolve(name);
    try (ServerProcess server = new ServerProcess(setup.latency());
        Contender bare =
            new BareAsyncContender(
                "bare client", setup, server.apiUrl(), under.resolve("bare"), BareLines::asItCame);
        Contender mapped =
            new BareAsyncContender(
                "bare client + normaliser",
                setup,
                server.apiUrl(),
                under.resolve("mapped"),
                BareLines::normalised);
        Contender mappedThreads =
            new BareContender(
                "bare client, threads + normaliser",
                setup,
                server.apiUrl(),
                under.resolve("threads"),
                BareLines::normalised);
        RoutesContender camelHttp =
            new RoutesContender(
                new DefaultCamelContext(),
                "camel-http",
                setup,
                server.apiUrl(),
                under.resolve("camel-http"));
        RoutesContender routes =
            new RoutesContender(
                new DefaultCamelContext(),
                "async",
                setup,
                server.apiUrl(),
                under.resolve("routes"))) {
      List<Contender> contenders = List.of(bare, mapped, mappedThreads, camelHttp, routes);
      warmUp(setup, contenders);
      Report report = new Report();
      for (int round = 0; round < setup.rounds(); round++) {
        for (Contender contender : contenders) {
          report.add(contender, Round.of(contender, setup.vehicles()));
        }
      }
      report.print(setup);
      report.printHeap(routes);
    }
  }

  private static void warmUp(Setup setup, List<Contender> contenders) throws Exception {
    long end = System.nanoTime() + setup.warmUp().toNanos();
    while (System.nanoTime() < end) {
      for (Contender contender : contenders) {
        Round.of(contender, setup.vehicles());
      }
    }
  }

  /** In a context and a round of its own, for counting takes time. */
  private void countConversions(Setup setup) throws Exception {
    Conversions conversions = new Conversions();
    try (ServerProcess server = new ServerProcess(setup.latency());
        RoutesContender routes =
            new RoutesContender(
                conversions.context(),
                "async",
                setup,
                server.apiUrl(),
                directory.resolve("conversions"))) {
      routes.pollAll();
      conversions.reset();
      routes.pollAll();
      Report.print(conversions, setup.vehicles());
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
