package io.evcharging.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rounds of all contenders as a table in Markdown. The first contender is the base. */
final class Report {

  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

  void add(Contender contender, Round round) {
    rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(round);
  }

  /** Ratios are taken round by round against the base, whose round ran next to it. */
  void print(Setup setup) {
    say(
        "%n%d vehicles a round, %d at a time, the server answers after %d ms; medians of %d rounds%n",
        setup.vehicles(), setup.concurrency(), setup.latency().toMillis(), setup.rounds());
    say("| contender | vehicles/s | ratio | lowest to highest | CPU s per 10 000 | ratio |");
    say("| --- | --- | --- | --- | --- | --- |");
    rounds.forEach(
        (name, of) -> {
          double[] ratios = ratios(of, Round::vehiclesPerSecond);
          say(
              "| %s | %.0f | %.2f | %.2f to %.2f | %.2f | %.2f |",
              name,
              median(of.stream().mapToDouble(Round::vehiclesPerSecond).toArray()),
              median(ratios),
              sorted(ratios)[0],
              sorted(ratios)[ratios.length - 1],
              median(of.stream().mapToDouble(Round::cpuSecondsPer10000).toArray()),
              median(ratios(of, Round::cpuSecondsPer10000)));
        });
  }

  /** The heap in use after each round of a contender. */
  void printHeap(Contender contender) {
    say(
        "%nHeap of %s after a full collection, round by round: %s MiB",
        contender.name(),
        rounds.getOrDefault(contender.name(), List.of()).stream()
            .map(round -> format("%.1f", round.heapBytes() / 1048576.0))
            .collect(Collectors.joining(", ")));
  }

  /** What the type converters were asked for while so many vehicles were polled. */
  static void print(Conversions conversions, int vehicles) {
    say(
        "%nType conversions for each vehicle: %.2f, in vain: %s",
        (double) conversions.asked() / vehicles,
        conversions.misses().entrySet().stream()
            .map(miss -> format("%s %.2f", miss.getKey(), (double) miss.getValue() / vehicles))
            .collect(Collectors.joining(", ", "[", "]")));
  }

  private double[] ratios(List<Round> of, ToDoubleFunction<Round> figure) {
    List<Round> base = rounds.values().iterator().next();
    return IntStream.range(0, of.size())
        .mapToDouble(i -> figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(base.get(i)))
        .toArray();
  }

  static double median(double[] figures) {
    double[] sorted = sorted(figures);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double[] sorted(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static void say(String line, Object... values) {
    System.out.println(format(line, values));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
