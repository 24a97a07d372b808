package io.evcharging.standalone;

import io.evcharging.deliver.DeadLetters;
import io.evcharging.deliver.DeadLetters.Letter;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evcharging dead-letters}: what sinks would not take. */
@Command(
    name = "dead-letters",
    description =
        "What sinks would not take, with the reason. Asks the broker, or its journal when nothing"
            + " runs.",
    synopsisSubcommandLabel = "list | show | retry | discard")
final class DeadLettersCommand {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  /** Which dead letters are meant. */
  static final class Sink {
    @Option(names = "--sink", paramLabel = "<sink>", description = "Only those of this sink.")
    private @Nullable String name;
  }

  /** Nobody means all of them without saying so. */
  static final class Which {
    @Parameters(paramLabel = "<id>", description = "The observation's id.", arity = "1")
    private @Nullable String id;

    @SuppressWarnings("UnusedVariable") // it is there, or else there is an id
    @Option(names = "--all", description = "All of them.", required = true)
    private boolean all;
  }

  private interface Task {
    int run(DeadLetters letters, PrintWriter out) throws Exception;
  }

  private int run(Sink sink, Task task) throws Exception {
    // What the broker says of itself is no answer.
    System.setProperty("log.level", "off");
    try (BrokerAccess broker = BrokerAccess.open()) {
      PrintWriter out = spec.commandLine().getOut();
      DeadLetters letters = new DeadLetters(broker.factory(), broker.topic(), broker.sinks());
      refuseUnknown(sink.name, letters);
      int code = task.run(letters, out);
      out.flush();
      return code;
    }
  }

  private static void refuseUnknown(@Nullable String sink, DeadLetters letters) throws Exception {
    List<String> known = sink == null ? List.of() : letters.sinks();
    if (sink != null && !known.contains(sink)) {
      throw new StartException(
          EvCharging.FAULTY,
          "--sink %s: there is no such sink, only %s".formatted(sink, String.join(", ", known)),
          null);
    }
  }

  @Command(name = "list", description = "Lists them: since when, sink, id, vehicle, reason.")
  int list(@Mixin Sink sink) throws Exception {
    return run(
        sink,
        (letters, out) -> {
          long count = letters.list(sink.name, letter -> out.println(line(letter)));
          out.println(count == 0 ? "No dead letters." : count + " dead letters.");
          return EvCharging.OK;
        });
  }

  private static String line(Letter letter) {
    return "%s  %-10s  %s  %s  %s"
        .formatted(
            WholeSeconds.of(letter.since()),
            letter.sink(),
            letter.id(),
            letter.vehicle(),
            letter.reason());
  }

  @Command(name = "show", description = "Shows one, with its observation.")
  int show(
      @Mixin Sink sink,
      @Parameters(paramLabel = "<id>", description = "The observation's id.") String id)
      throws Exception {
    return run(
        sink,
        (letters, out) -> {
          List<Letter> found = letters.find(sink.name, id);
          for (Letter letter : found) {
            out.printf(
                "sink      %s%nid        %s%nvehicle   %s%naccepted  %s%nsince     %s%nreason    %s%n%s%n",
                letter.sink(),
                letter.id(),
                letter.vehicle(),
                letter.acceptedAt(),
                letter.since(),
                letter.reason(),
                letter.body());
          }
          return done(found.size(), "shown", out);
        });
  }

  @Command(
      name = "retry",
      description = "Puts them back into their sink's queue: they are tried as if just accepted.")
  int retry(@Mixin Sink sink, @ArgGroup(multiplicity = "1") Which which) throws Exception {
    return run(sink, (letters, out) -> done(letters.retry(sink.name, which.id), "put back", out));
  }

  @Command(name = "discard", description = "Throws them away for good.")
  int discard(@Mixin Sink sink, @ArgGroup(multiplicity = "1") Which which) throws Exception {
    return run(
        sink, (letters, out) -> done(letters.discard(sink.name, which.id), "discarded", out));
  }

  private static int done(long count, String what, PrintWriter out) {
    out.println(count == 0 ? "There is no such dead letter." : count + " " + what + ".");
    return count == 0 ? EvCharging.FAILED : EvCharging.OK;
  }
}
