package io.evcharging.standalone;

import io.evcharging.config.CheckReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
    return report.faulty() ? EvCharging.FAULTY : EvCharging.OK;
  }

  /** No fault: whoever changes the configuration of what runs checks it before he stops that. */
  private static boolean isInUse(RunnerSettings settings) {
    String directory = settings.get("evcharging.data-directory");
    return directory != null && DataDirectory.isInUse(Path.of(directory));
  }
}
