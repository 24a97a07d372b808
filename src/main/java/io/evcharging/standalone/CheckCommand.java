package io.evcharging.standalone;

import io.evcharging.config.CheckReport;
import java.io.PrintWriter;
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
    CheckReport report = report();
    PrintWriter out = report.faulty() ? spec.commandLine().getErr() : spec.commandLine().getOut();
    report.lines().forEach(out::println);
    report.warnings().forEach(warning -> out.println("Warning: " + warning));
    return report.faulty() ? EvCharging.FAULTY : EvCharging.OK;
  }

  private static CheckReport report() {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      return CheckReport.of(settings, true, Instant.now());
    }
  }
}
