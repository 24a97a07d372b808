package io.evcharging.standalone;

import io.evcharging.config.ConfigurationException;
import io.evcharging.state.StateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into words and an exit code. The stack trace is in the log, with {@code
 * -Dlog.level=debug}.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.printf("Try '%s --help'.%n", name(command));
    return EvCharging.FAULTY;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof ParameterException faulty) {
      return handleParseException(faulty, new String[0]);
    }
    return report(failure, command);
  }

  /**
   * Says why a command failed.
   *
   * @return the exit code
   */
  int report(Exception failure, CommandLine command) {
    LoggerFactory.getLogger(Failures.class).debug("{} failed", command.getCommandName(), failure);
    StartException why = find(failure, StartException.class).orElseGet(() -> explain(failure));
    String who = why.exitCode() == EvCharging.FAULTY ? "" : name(command) + ": ";
    command.getErr().println(who + why.getMessage());
    return why.exitCode();
  }

  private static StartException explain(Exception failure) {
    return find(failure, ConfigurationException.class)
        .map(faults -> new StartException(EvCharging.FAULTY, faults.getMessage(), failure))
        .or(() -> find(failure, StateException.class).map(it -> start(it, failure)))
        .orElseGet(() -> new StartException(root(failure), failure));
  }

  /** Says which tables, and which key names them. */
  private static StartException start(StateException tables, Exception failure) {
    return new StartException(String.valueOf(tables.getMessage()), failure);
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static <T> Optional<T> find(Throwable failure, Class<T> type) {
    return causes(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The message of an I/O failure is often a bare path. */
  private static String root(Throwable failure) {
    List<Throwable> causes = causes(failure);
    Throwable root = causes.get(causes.size() - 1);
    String message = root.getMessage();
    return message == null || root instanceof IOException ? root.toString() : message;
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
