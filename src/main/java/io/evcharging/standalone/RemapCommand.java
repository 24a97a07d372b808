package io.evcharging.standalone;

import io.evcharging.replay.Remap;
import io.evcharging.replay.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evcharging remap}: yesterday's answers by today's mappers. */
@Command(
    name = "remap",
    description = {
      "Maps the raw answers that evcharging.archive.raw keeps by the mappers of this version, and says field by field"
          + " what is different from what the sink file has kept. Changes nothing. Exit code 0 nothing is different, 1"
          + " something is."
    })
final class RemapCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Mixin private final KeptOptions kept = new KeptOptions();

  @Option(
      names = "--summary",
      description = "Only how often each field is different, not each observation.")
  private boolean summary;

  @Option(
      names = "--write",
      paramLabel = "<file>",
      description = {
        "Writes the observations that are different, as they would be now, to a new file that replay --in takes."
      })
  private @Nullable Path write;

  @Override
  public Integer call() throws Exception {
    if (System.getProperty("log.level") == null) {
      System.setProperty("log.level", "warn");
    }
    Selection selection = kept.selection();
    Path raw = configured("evcharging.archive.raw.directory");
    Path observations = configured("evcharging.deliver.file.directory");
    for (Path folder : new Path[] {raw, observations}) {
      if (!Files.isDirectory(folder)) {
        throw new StartException("there is no folder " + folder.toAbsolutePath(), null);
      }
    }
    Remap.Report report = run(raw, observations, selection);
    print(report);
    return report.byField().isEmpty() ? EvCharging.OK : EvCharging.FAILED;
  }

  /**
   * Only the two folders are read of the configuration: whoever looks need not have the secrets.
   */
  private static Path configured(String key) {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      return Path.of(Objects.requireNonNull(settings.get(key), key));
    }
  }

  private Remap.Report run(Path raw, Path observations, Selection selection) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Writer changed = changed()) {
      PrintWriter lines = new PrintWriter(changed);
      Remap remap =
          new Remap(
              raw,
              observations,
              line -> {
                if (!summary) {
                  out.println(line);
                }
              },
              json -> lines.append(json).append('\n'));
      Remap.Report report = remap.run(selection);
      if (lines.checkError()) {
        throw new StartException("cannot write to " + write, null);
      }
      return report;
    }
  }

  /** Never over another file. */
  private Writer changed() throws IOException {
    return write == null
        ? Writer.nullWriter()
        : Files.newBufferedWriter(write, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  private void print(Remap.Report report) {
    PrintWriter out = spec.commandLine().getOut();
    report.byField().forEach((field, times) -> out.printf("%6d  %s%n", times, field));
    out.printf(
        "answers %d: same %d, different %d, without a kept observation of their own %d, not mapped %d; lines that are"
            + " no answer %d%n",
        report.answers(),
        report.same(),
        report.different(),
        report.withoutKept(),
        report.notMapped(),
        report.unreadable());
    if (write != null) {
      out.printf(
          "written %d to %s; not written %d, which had what the archive does not keep%n",
          report.different() - report.withPlaces(), write, report.withPlaces());
    }
    out.flush();
  }
}
