package io.evcharging.month;

import io.evcharging.month.Ages.Doing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** The figures of a month, as a page of the documentation. */
final class MonthReport {

  private MonthReport() {}

  static void write(Month month, int vehicles, int days, Path folder) throws IOException {
    Referee referee = month.referee();
    Month.Counts counts = month.counts();
    IntSummaryStatistics calls =
        referee.vehicles().values().stream().mapToInt(Integer::intValue).summaryStatistics();
    StringBuilder page =
        new StringBuilder(
            """
        # A simulated month

        Written by `./mvnw -Pmonth`. The plan, the budget and the suspensions as they are, with the default limits and intervals, on a virtual clock: %d vehicles of the
        simulator for %d days, half of them Teslas, a quarter Audis, a quarter read by signals; a tenth sleep when idle. Two calls in a hundred fail and are made again, and
        each vehicle gets a command every three days or so. A referee counts the calls alone, as the source API would. [polling.md](polling.md) says how polling decides.

        ![calls per hour, calls per vehicle, age of data](polling-month.png)

        | | | limit |
        | --- | --- | --- |
        | calls | %,d | |
        | of them retries | %,d | |
        | of them commands | %,d | |
        | commands that found no call left | %d | |
        | calls that the source API would have refused | **%d** | 0 |
        | most calls in one minute | %d | 120 |
        | least that was left in the application's bucket | %.1f | 0 |
        | calls per vehicle: least, mean, most | %d, %.0f, %d | 500 |
        | vehicles that were never reached | %d | |
        | answers "asleep" | %,d | |

        Age of the newest answer about a vehicle, every ten minutes, by what the vehicle really did:

        | | median | 95 %% | greatest |
        | --- | --- | --- | --- |
        """
                .formatted(
                    vehicles,
                    days,
                    referee.calls(),
                    counts.retries(),
                    counts.commands() - counts.commandsRefused(),
                    counts.commandsRefused(),
                    referee.refused(),
                    referee.mostInAMinute(),
                    referee.leastLeft(),
                    calls.getMin(),
                    calls.getAverage(),
                    calls.getMax(),
                    vehicles - month.known(),
                    counts.asleep()));
    Arrays.stream(Doing.values())
        .forEach(
            doing ->
                page.append(
                    "| %s | %s | %s | %s |\n"
                        .formatted(
                            doing.words(),
                            hours(month.ages().quantile(doing, 0.5)),
                            hours(month.ages().quantile(doing, 0.95)),
                            hours(month.ages().quantile(doing, 1)))));
    Files.writeString(folder.resolve("polling-month.md"), page);
    MonthChart.write(month, folder.resolve("polling-month.png"));
  }

  private static String hours(int minutes) {
    return String.format(Locale.ROOT, "%d:%02d h", minutes / 60, minutes % 60);
  }
}
