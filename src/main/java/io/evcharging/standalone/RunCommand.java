package io.evcharging.standalone;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code evcharging run}: the routes as configured, until the process is ended. */
@Command(
    name = "run",
    description = "Polls and delivers as config/ and routes/ say, until Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    LogFormat.check();
    try (Runner runner = ShutdownHook.closing(Runner.open(Runner.FILES, Map.of()))) {
      runner.start();
      runner.await();
    }
    return EvCharging.OK;
  }
}
