package io.evcharging.standalone;

import io.evcharging.config.DeliverConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.deliver.DeliveryFailures;
import io.evcharging.deliver.DeliveryRetry.Waits;
import io.evcharging.replay.DailyFiles;
import io.evcharging.replay.Replay;
import io.evcharging.replay.Selection;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evcharging replay}: what the sink {@code file} has kept, to another sink once more. */
@Command(
    name = "replay",
    description = {
      "Sends observations that the sink file has kept to a sink once more, in their order, with their ids: who has had"
          + " one knows it by its id. The program may be running or not. Exit code 0 the sink has all, 1 it has not."
    })
final class ReplayCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Mixin private final KeptOptions kept = new KeptOptions();

  @Option(
      names = "--sink",
      required = true,
      paramLabel = "<name>",
      description = "Where to: a sink that has a key evcharging.deliver.<name>.uri.")
  private String sink = "";

  @Option(
      names = "--rate",
      paramLabel = "<n>",
      defaultValue = "50",
      description = "At most so many a second; ${DEFAULT-VALUE} unless told.")
  private double rate;

  @Option(
      names = "--patience",
      paramLabel = "<minutes>",
      defaultValue = "10",
      description =
          "How long one observation is tried again before all ends; ${DEFAULT-VALUE} unless told.")
  private int patience;

  @Option(
      names = "--in",
      paramLabel = "<path>",
      description =
          "A file of observations, one a line, or a folder of such files, in place of the file sink's.")
  private @Nullable Path in;

  @Option(names = "--dry-run", description = "Sends nothing: says how many would be sent.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    if (!(rate > 0 && rate <= 100_000) || patience < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be from above 0 to 100000, --patience not negative");
    }
    if (System.getProperty("log.level") == null) {
      System.setProperty("log.level", "warn");
    }
    Selection selection = kept.selection();
    EvChargingConfig config = SinkContext.config(sink);
    Path place = in == null ? config.deliver().file().directory() : in;
    if (!Files.exists(place)) {
      throw new StartException("there is nothing at " + place, null);
    }
    Replay.Report report = report(config, place, selection);
    print(report, selection);
    return report.complete() ? EvCharging.OK : EvCharging.FAILED;
  }

  private Replay.Report report(EvChargingConfig config, Path place, Selection selection)
      throws Exception {
    DailyFiles archive = new DailyFiles(place);
    if (dryRun) {
      return replay(archive, observation -> {}, config.deliver(), time -> {}).run(selection);
    }
    try (SinkContext context = SinkContext.start(config, sink)) {
      return replay(archive, context::send, config.deliver(), time -> Thread.sleep(time.toMillis()))
          .run(selection);
    }
  }

  private Replay replay(
      DailyFiles archive, Replay.Sink to, DeliverConfig deliver, Replay.Pause pause) {
    return new Replay(
        archive,
        to,
        new Replay.Manner(rate, Duration.ofMinutes(patience)),
        new Waits(
            deliver.retryDelay(),
            deliver.retryDelayMax(),
            deliver.retryDelayRefused(),
            () -> ThreadLocalRandom.current().nextDouble()),
        new DeliveryFailures(Clock.systemUTC()),
        pause,
        spec.commandLine().getErr()::println);
  }

  private void print(Replay.Report report, Selection selection) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s %d, refused %d, lines that are no observation %d%n",
        dryRun ? "would send" : "delivered",
        report.delivered(),
        report.refused(),
        report.unreadable());
    if (report.none()) {
      out.printf(
          "none selected: nothing that is kept was received from %s up to %s%s%n",
          selection.from(),
          selection.to().truncatedTo(ChronoUnit.SECONDS),
          selection.vehicles().isEmpty() ? "" : " of these vehicles");
    }
    if (report.stopped() != null) {
      out.printf("stopped: %s%n", report.stopped());
      out.printf(
          "go on with --from %s%n", report.last() == null ? selection.from() : report.last());
    }
    out.flush();
  }
}
