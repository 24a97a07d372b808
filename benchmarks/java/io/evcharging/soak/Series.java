package io.evcharging.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One figure over time, and the rule by which it counts as flat.
 *
 * @param name for the report
 * @param unit of the tolerance and of what is reported
 * @param scale what one of the sample's figure is in that unit
 * @param tolerance growth that counts as none, however small the figure is
 * @param figure of a sample
 */
record Series(
    String name, String unit, double scale, double tolerance, ToLongFunction<Sample> figure) {

  /** Growth that counts as none, as a part of the median. */
  private static final double SHARE = 0.1;

  private static final double MIB = 1.0 / 1024;

  static final List<Series> ALL =
      List.of(
          new Series("heap after GC", "MiB", MIB, 16, Sample::heapKib),
          new Series("threads", "", 1, 4, Sample::threads),
          new Series("file handles", "", 1, 16, Sample::handles),
          new Series("resident", "MiB", MIB, 32, Sample::residentKib),
          new Series("journal", "MiB", MIB, 32, Sample::journalKib));

  /**
   * What came of it.
   *
   * @param median of the samples that count
   * @param growth from the first of them to the last, by their trend
   * @param allowed how much of it counts as none
   */
  record Verdict(double median, double growth, double allowed) {
    boolean flat() {
      return growth <= allowed;
    }
  }

  /** Leaves the first quarter out: there the program warms up. */
  static List<Sample> counting(List<Sample> samples) {
    return samples.subList(samples.size() / 4, samples.size());
  }

  Verdict judge(List<Sample> samples) {
    List<Sample> counting = counting(samples);
    double median = median(counting.stream().map(this::of).toList());
    return new Verdict(median, growth(counting), Math.max(tolerance, SHARE * median));
  }

  /** By the median of the slopes of all pairs (Theil and Sen): a peak or two do not count. */
  private double growth(List<Sample> samples) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = i + 1; j < samples.size(); j++) {
        slopes.add((of(samples.get(j)) - of(samples.get(i))) / (j - i));
      }
    }
    return slopes.isEmpty() ? 0 : median(slopes) * (samples.size() - 1);
  }

  double of(Sample sample) {
    return figure.applyAsLong(sample) * scale;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
