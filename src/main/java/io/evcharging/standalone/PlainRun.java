package io.evcharging.standalone;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * {@code run} with nothing but keys: how the program nearly always starts. There is nothing to
 * parse, and the parser, which looks at every option of every command, took a tenth of the start.
 */
final class PlainRun {

  private static final String RUN = "run";
  private static final Pattern KEY = Pattern.compile("-D[^=]+(=.*)?", Pattern.DOTALL);

  private PlainRun() {}

  /** Whether the arguments are those; all others are for the parser. */
  static boolean is(String... args) {
    return args.length > 0
        && args[0].equals(RUN)
        && Arrays.stream(args).skip(1).allMatch(PlainRun::isKey);
  }

  private static boolean isKey(String argument) {
    return KEY.matcher(argument).matches();
  }

  /** Does what {@link EvCharging} does with the same arguments. */
  static int execute(String... args) {
    Arrays.stream(args).skip(1).forEach(PlainRun::set);
    try {
      return new RunCommand().call();
    } catch (Exception e) {
      CommandLine run = EvCharging.commandLine().getSubcommands().get(RUN);
      return new Failures().report(e, Objects.requireNonNull(run));
    }
  }

  private static void set(String argument) {
    String[] keyAndValue = argument.substring("-D".length()).split("=", 2);
    System.setProperty(keyAndValue[0], keyAndValue.length == 1 ? "" : keyAndValue[1]);
  }
}
