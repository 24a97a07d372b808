package io.evcharging.soak;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The table, and what it means. */
final class SoakReport {

  private static final String ROW = "| %s | %.1f | %d | %d | %.1f | %.1f | %.1f | %d | %d |";
  private static final double MIB = 1024;

  private final Consumer<String> out;

  SoakReport(Consumer<String> out) {
    this.out = out;
  }

  void begin(SoakSettings settings) {
    line(
        "# Soak: %d vehicles for %s, seed %d",
        settings.vehicles(), settings.length().toString().substring(2), settings.seed());
    line("");
    line(
        "| at | heap after GC, MiB | threads | file handles | resident, MiB | journal, MiB | tables,"
            + " MiB | polls | delivered |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  }

  void add(Sample sample) {
    line(
        ROW,
        sample
            .at()
            .truncatedTo(ChronoUnit.SECONDS)
            .toString()
            .substring(2)
            .toLowerCase(Locale.ROOT),
        sample.heapKib() / MIB,
        sample.threads(),
        sample.handles(),
        sample.residentKib() / MIB,
        sample.journalKib() / MIB,
        sample.stateKib() / MIB,
        sample.polls(),
        sample.delivered());
  }

  /**
   * Judges.
   *
   * @return whether everything is flat, nothing was lost and the program stopped well
   */
  boolean end(
      List<Sample> samples,
      Map<String, Integer> faults,
      Delivered delivered,
      boolean drained,
      int exit) {
    line("");
    line("Faults: %s", faults);
    line("");
    line(
        "A figure is flat when its trend (Theil and Sen, over the last three quarters of the"
            + " samples) grows by at most a tenth of its median or by the tolerance, whichever is"
            + " more.");
    line("");
    line("| figure | median | growth | allowed | |");
    line("| --- | --- | --- | --- | --- |");
    boolean flat = true;
    for (Series series : Series.ALL) {
      Series.Verdict verdict = series.judge(samples);
      flat &= verdict.flat();
      line(
          "| %s %s | %.1f | %+.1f | %.1f | %s |",
          series.name(),
          series.unit(),
          verdict.median(),
          verdict.growth(),
          verdict.allowed(),
          verdict.flat() ? "flat" : "GROWS");
    }
    line("");
    line(
        "Observations %d; lost by the file sink %d, by the rest sink %d; doubled lines %d, torn"
            + " lines %d. The queues %s. Exit code %d.",
        delivered.observations(),
        delivered.lostByFile(),
        delivered.lostByRest(),
        delivered.doubled(),
        delivered.torn(),
        drained ? "are empty" : "ARE NOT EMPTY",
        exit);
    boolean good = flat && delivered.complete() && drained && exit == 143;
    line("");
    line("**Verdict: %s**", good ? "flat, nothing lost" : "NOT GOOD");
    return good;
  }

  private void line(String format, Object... arguments) {
    out.accept(String.format(Locale.ROOT, format, arguments));
  }
}
