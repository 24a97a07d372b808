package io.evcharging.standalone;

import io.evcharging.config.CheckReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evcharging check}: what {@code run} would do, or every fault. */
@Command(
    name = "check",
    description = {
      "Reads the configuration and the vehicles, and says what would be polled, how often and how many calls a day"
          + " that is, or every fault. Calls nobody."
    })
final class CheckCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    // The report says it all.
    System.setProperty("log.level", "off");
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      settings.settle(ClusterSettings.of(settings));
      return check(settings);
    }
  }

  private int check(RunnerSettings settings) {
    CheckReport report = CheckReport.of(settings, settings.surroundings(), Instant.now());
    PrintWriter out = report.faulty() ? spec.commandLine().getErr() : spec.commandLine().getOut();
    report.lines().forEach(out::println);
    report.warnings().forEach(warning -> out.println("Warning: " + warning));
    if (!report.faulty() && isInUse(settings)) {
      out.println(
          "Warning: another process uses the data directory; run would not start beside it.");
    }
    if (!report.faulty()) {
      removedSinks(settings)
          .forEach(
              sink ->
                  out.printf(
                      "Warning: the sink %s was there at the last start: what still waits for it becomes its dead"
                          + " letters at the next, see bin/evcharging dead-letters.%n",
                      sink));
    }
    return report.faulty() ? EvCharging.FAULTY : EvCharging.OK;
  }

  private static List<String> removedSinks(RunnerSettings settings) {
    List<String> removed = new ArrayList<>();
    try {
      Path data = Path.of(text(settings, "evcharging.data-directory"));
      removed.addAll(LastSinks.read(data));
    } catch (IOException | InvalidPathException nothingKnown) {
      return List.of();
    }
    for (String sink : text(settings, "evcharging.deliver.sinks").split(",", -1)) {
      removed.remove(sink.strip());
    }
    return removed;
  }

  private static String text(RunnerSettings settings, String key) {
    return Objects.requireNonNullElse(settings.get(key), "");
  }

  /** No fault: whoever changes the configuration of what runs checks it before he stops that. */
  private static boolean isInUse(RunnerSettings settings) {
    String directory = settings.get("evcharging.data-directory");
    return directory != null && DataDirectory.isInUse(Path.of(directory));
  }
}
