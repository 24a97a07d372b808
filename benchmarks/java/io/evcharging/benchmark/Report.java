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
  private final Setup setup;

  Report(Setup setup) {
    this.setup = setup;
  }

  void add(String contender, Round round) {
    rounds.computeIfAbsent(contender, name -> new ArrayList<>()).add(round);
  }

  /** Ratios are taken round by round against the base, whose round ran next to it. */
  void print() {
    boolean waits = !setup.latency().isZero();
    say(
        "%n%d vehicles a round, %d at a time, the server answers after %d ms; medians of %d rounds%n",
        setup.vehicles(), setup.concurrency(), setup.latency().toMillis(), setup.rounds());
    say(
        "| contender | vehicles/s | %s | CPU s per 10 000 | per core | lowest to highest | threads | resident MiB | heap MiB |",
        waits ? "of the ideal" : "ratio");
    say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    rounds.forEach(
        (name, of) -> {
          double[] perCore = perCore(of);
          say(
              "| %s | %.0f | %.2f | %.2f | %.2f | %.2f to %.2f | %.0f | %.0f | %.0f |",
              name,
              median(of, Round::vehiclesPerSecond),
              waits
                  ? median(of, Round::vehiclesPerSecond) / setup.ideal()
                  : median(ratios(of, Round::vehiclesPerSecond)),
              median(of, Round::cpuSecondsPer10000),
              median(perCore),
              sorted(perCore)[0],
              sorted(perCore)[perCore.length - 1],
              median(of, Round::threads),
              median(of, Round::residentBytes) / 1048576,
              median(of, Round::heapBytes) / 1048576);
        });
    say("%nHeap after a full collection, round by round, MiB:%n");
    rounds.forEach(
        (name, of) ->
            say(
                "* %s: %s",
                name,
                of.stream()
                    .map(round -> format("%.0f", round.heapBytes() / 1048576))
                    .collect(Collectors.joining(", "))));
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

  /** Vehicles for each second of a processor, against the base. */
  private double[] perCore(List<Round> of) {
    return ratios(of, round -> 1 / round.cpuSecondsPer10000());
  }

  private static double median(List<Round> of, ToDoubleFunction<Round> figure) {
    return median(of.stream().mapToDouble(figure).toArray());
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
