package io.evcharging.benchmark.mapping;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the mapping benchmark round by round, each contender in a JVM of its own, and prints medians
 * and ratios. A ratio is taken within a round: what disturbs a busy machine disturbs neighbours
 * alike.
 */
public final class MappingReport {

  private static final String BASE = "byHand";

  private final Map<String, Map<String, List<Figures>>> schemas = new LinkedHashMap<>();

  private record Figures(double perSecond, double perCpuSecond, double bytes) {}

  private MappingReport() {}

  /**
   * Measures and prints.
   *
   * @param args rounds, and seconds of warm-up and of measurement of each contender in a round
   */
  public static void main(String[] args) throws RunnerException {
    MappingReport report = new MappingReport();
    int rounds = Integer.parseInt(args[0]);
    say(
        "JDK %s, %d processors, load %.1f; medians of %d rounds",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rounds);
    for (int round = 0; round < rounds; round++) {
      for (Sample sample : Sample.values()) {
        report.add(round(sample, Integer.parseInt(args[1]), Integer.parseInt(args[2])));
      }
    }
    report.schemas.forEach(MappingReport::print);
  }

  private static Collection<RunResult> round(Sample sample, int warmUp, int seconds)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(MappingBenchmark.class.getName())
                .param("sample", sample.name())
                .forks(1)
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private void add(Collection<RunResult> round) {
    for (RunResult result : round) {
      schemas
          .computeIfAbsent(result.getParams().getParam("sample"), name -> new LinkedHashMap<>())
          .computeIfAbsent(result.getPrimaryResult().getLabel(), name -> new ArrayList<>())
          .add(
              new Figures(
                  result.getPrimaryResult().getScore(),
                  1e9 / secondary(result, CpuProfiler.NANOS),
                  secondary(result, "gc.alloc.rate.norm")));
    }
  }

  private static double secondary(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }

  private static void print(String schema, Map<String, List<Figures>> contenders) {
    say("%n%s%n", schema.toLowerCase(Locale.ROOT));
    say("| contender | ops/s | ops per CPU s | ratio | lowest to highest | bytes/op | ratio |");
    say("| --- | --- | --- | --- | --- | --- | --- |");
    List<Figures> base = contenders.getOrDefault(BASE, List.of());
    contenders.forEach(
        (name, figures) -> {
          double[] ratios = ratios(figures, base, Figures::perCpuSecond);
          say(
              "| %s | %.0f | %.0f | %.2f | %.2f to %.2f | %.0f | %.2f |",
              name,
              median(figures.stream().mapToDouble(Figures::perSecond).toArray()),
              median(figures.stream().mapToDouble(Figures::perCpuSecond).toArray()),
              median(ratios),
              Arrays.stream(ratios).min().orElseThrow(),
              Arrays.stream(ratios).max().orElseThrow(),
              median(figures.stream().mapToDouble(Figures::bytes).toArray()),
              median(ratios(figures, base, Figures::bytes)));
        });
  }

  private static double[] ratios(
      List<Figures> of, List<Figures> base, ToDoubleFunction<Figures> figure) {
    return IntStream.range(0, of.size())
        .mapToDouble(i -> figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(base.get(i)))
        .toArray();
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
