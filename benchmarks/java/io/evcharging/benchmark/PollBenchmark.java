package io.evcharging.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Polls a fleet through the routes, by a bare HTTP client and otherwise, in turns, and compares.
 */
final class PollBenchmark {

  private final Path directory;

  private PollBenchmark(Path directory) {
    this.directory = directory;
  }

  /** Runs all parts; ends with an exception when a contender has lost or mixed up an answer. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("evcharging-benchmark");
    try {
      Report.say(
          "JDK %s, %d processors, load %.1f",
          Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      PollBenchmark benchmark = new PollBenchmark(directory);
      for (String part : System.getProperty("bench.parts", "").split(",", -1)) {
        benchmark.run(part, Setup.of(part));
      }
      benchmark.countConversions();
    } finally {
      delete(directory);
    }
  }

  private void run(String part, Setup setup) throws Exception {
    List<ContenderProcess> contenders = new ArrayList<>();
    try (ServerProcess server = new ServerProcess(setup.latency())) {
      for (String row : Setup.rows(part)) {
        Setup its = row.equals("naive") ? setup.oneAfterTheOther() : setup;
        contenders.add(new ContenderProcess(row, its, server.apiUrl(), directory.resolve(part)));
      }
      Report report = new Report(setup);
      for (ContenderProcess contender : contenders) {
        warmUp(setup, contender);
      }
      for (int round = 0; round < setup.rounds(); round++) {
        for (ContenderProcess contender : contenders) {
          report.add(contender.name(), contender.round());
        }
      }
      report.print();
    } finally {
      for (ContenderProcess contender : contenders) {
        contender.close();
      }
    }
  }

  private static void warmUp(Setup setup, ContenderProcess contender) throws Exception {
    double seconds = 0;
    while (seconds < setup.warmUp().toSeconds()) {
      seconds += contender.round().seconds();
    }
  }

  /** In a context and a round of its own, for counting takes time. */
  private void countConversions() throws Exception {
    Setup setup = Setup.parse("2000,64,0");
    Conversions conversions = new Conversions();
    try (ServerProcess server = new ServerProcess(setup.latency());
        RoutesContender routes =
            new RoutesContender(
                conversions.context(),
                Way.ASYNC,
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
        Files.deleteIfExists(file);
      }
    }
  }
}
