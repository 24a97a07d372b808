package io.evcharging.standalone;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evcharging demo}: everything at once, against simulated vehicles. */
@Command(
    name = "demo",
    description =
        "Runs everything against simulated vehicles, with all three sinks on. Needs no account, and writes to"
            + " data/demo only.")
final class DemoCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "<time>",
      converter = Length.class,
      description = "Stops by itself after, for example, 90s or 2m; else it runs until Ctrl-C.")
  private Duration length = Duration.ofDays(365);

  @Override
  public Integer call() throws Exception {
    LogFormat.check();
    // Before the first logger: the terminal is for the observations.
    System.setProperty(
        "log4j2.configurationFile", "classpath:io/evcharging/standalone/log4j2-demo.properties");
    try (Demo demo = ShutdownHook.closing(new Demo(spec.commandLine().getOut()))) {
      demo.start();
      demo.await(length);
    }
    return EvCharging.OK;
  }

  /** Reads {@code 1h30m}, {@code 2m}, {@code 90s}. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return Duration.parse("PT" + value);
    }
  }
}
