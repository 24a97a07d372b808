package io.evcharging.standalone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.config.StateConfig;
import io.evcharging.operate.OperationsFile;
import io.evcharging.operate.Resume;
import io.evcharging.operate.Suspended;
import io.evcharging.state.State;
import io.evcharging.upstream.StoredSuspensions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evcharging resume}: asks again whom the program had left alone. */
@Command(
    name = "resume",
    description =
        "Ends suspensions, of the running program or, when nothing runs, in its tables. Exit code 0"
            + " whatever was suspended, 2 there is no such vehicle or source.")
final class ResumeCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @Parameters(
      index = "0",
      paramLabel = "<vehicle>",
      description = "The vehicle's id; '*' for what is suspended for all of them.")
  private String vehicle;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<source>",
      description = "One source alone, such as tesla-charge.")
  private @Nullable String source;

  @Override
  public Integer call() throws Exception {
    System.setProperty("log.level", "off");
    Installation installation = Installation.configured();
    Resume wish = new Resume(vehicle, source);
    Optional<OperationsFile> running = installation.running();
    Resume.Done done =
        running.isPresent() ? ask(running.get(), wish) : change(installation.directory(), wish);
    if (done.fault() != null) {
      throw new StartException(EvCharging.FAULTY, done.fault(), null);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (done.resumed().isEmpty()) {
      out.println(
          source == null
              ? "Nothing of " + vehicle + " is suspended."
              : "%s of %s is not suspended by itself; `resume %s` ends what holds for all of it."
                  .formatted(source, vehicle, vehicle));
    }
    done.resumed().forEach(each -> out.println("Resumed " + line(each)));
    return EvCharging.OK;
  }

  private static Resume.Done ask(OperationsFile running, Resume wish) throws IOException {
    OperationsClient.Answer answer =
        new OperationsClient(running).post("/resume", JSON.writeValueAsBytes(wish));
    return switch (answer.status()) {
      case 200, 400, 404 -> JSON.readValue(answer.body(), Resume.Done.class);
      default ->
          throw new StartException(running.url() + " answers with status " + answer.status(), null);
    };
  }

  /** Nothing may start meanwhile: the directory is locked. */
  private static Resume.Done change(Path directory, Resume wish) throws IOException {
    if (wish.fault().isPresent()) {
      return Resume.Done.faulty(wish.fault().get());
    }
    StateConfig config = configured();
    if (!config.shared() && !Files.isDirectory(directory.resolve("state"))) {
      return Resume.Done.faulty("there are no tables in " + directory + ": it has never run there");
    }
    try (DataDirectory data = DataDirectory.lock(directory);
        State state = State.open(config, data.path())) {
      StoredSuspensions stored = new StoredSuspensions(state);
      return Resume.Done.of(stored.resume(String.valueOf(wish.vehicleId()), wish.source()));
    }
  }

  private static StateConfig configured() {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      return StateConfig.of(settings);
    }
  }

  static String line(Suspended suspended) {
    String until = suspended.until();
    return "%s %s: %s, since %s, %s"
        .formatted(
            suspended.vehicleId(),
            suspended.source() == null ? "(all of it)" : suspended.source(),
            suspended.reason(),
            WholeSeconds.of(suspended.since()),
            until == null ? "until resumed" : "until " + WholeSeconds.of(until));
  }
}
