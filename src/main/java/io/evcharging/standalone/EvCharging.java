package io.evcharging.standalone;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line: {@code evcharging run | demo | simulator | check | status | resume |
 * dead-letters | replay | remap}.
 */
@Command(
    name = "evcharging",
    scope = ScopeType.INHERIT,
    description = "Polls charging data of electric vehicles, normalises it and delivers it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      SimulatorCommand.class,
      CheckCommand.class,
      StatusCommand.class,
      ResumeCommand.class,
      DeadLettersCommand.class,
      ReplayCommand.class,
      RemapCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 the command line, the configuration or the vehicles are faulty."
    })
public final class EvCharging {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int FAULTY = 2;

  private EvCharging() {}

  /**
   * Runs the program and ends the JVM: with 0 when done, 1 when it failed, 2 when what it was given
   * is faulty.
   *
   * @param args see {@code evcharging --help}
   */
  public static void main(String... args) {
    System.exit(PlainRun.is(args) ? PlainRun.execute(args) : commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Failures failures = new Failures();
    return new CommandLine(new EvCharging())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  @Option(
      names = "-D",
      scope = ScopeType.INHERIT,
      mapFallbackValue = "",
      paramLabel = "<key>=<value>",
      description = "Sets a key of the configuration, or any other system property.")
  void setSystemProperties(Map<String, String> properties) {
    properties.forEach(System::setProperty);
  }
}
