package io.evcharging.standalone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.operate.OperationsFile;
import io.evcharging.operate.Status;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evcharging status}: how the program is that runs on the data directory. */
@Command(
    name = "status",
    description =
        "Says how the running program is: each source, sink and part, with its reason. Exit code 0"
            + " all is well, 1 something is not, 3 nothing runs.")
final class StatusCommand implements Callable<Integer> {

  static final int NOT_RUNNING = 3;

  private static final JsonMapper JSON = new JsonMapper();

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--json", description = "Prints JSON, for programs.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    System.setProperty("log.level", "off");
    PrintWriter out = spec.commandLine().getOut();
    Installation installation = Installation.configured();
    Optional<OperationsFile> running = installation.running();
    if (running.isEmpty()) {
      out.println(
          json
              ? "{\"state\":\"NOT_RUNNING\"}"
              : "Nothing runs on the data directory " + installation.directory() + ".");
      return NOT_RUNNING;
    }
    OperationsClient.Answer answer = new OperationsClient(running.get()).get("/status");
    if (answer.status() != 200) {
      throw new StartException(
          running.get().url() + " answers with status " + answer.status(), null);
    }
    Status status = JSON.readValue(answer.body(), Status.class);
    if (json) {
      out.println(new String(answer.body(), StandardCharsets.UTF_8));
    } else {
      StatusText.of(status).forEach(out::println);
    }
    return status.state().equals("UP") ? EvCharging.OK : EvCharging.FAILED;
  }
}
