package io.evcharging.standalone;

import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SimulatedFleet;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code evcharging simulator}: the stand-in for the Smartcar API alone, until the process is
 * ended.
 */
@Command(
    name = "simulator",
    showDefaultValues = true,
    description = "Stands in for the Smartcar API on this machine, until Ctrl-C.")
final class SimulatorCommand implements Callable<Integer> {

  private static final Path VEHICLES = Path.of("data", "simulator", "vehicles.yaml");

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--port", description = "Where to listen; 0 takes any free port.")
  private int port = 8090;

  @Option(names = "--speed", description = "How much faster than real the cars live.")
  private double speed = 60;

  @Option(names = "--seed", description = "What the cars' chances depend on.")
  private long seed = 42;

  @Option(
      names = "--fleet",
      paramLabel = "demo|<n>",
      description = "Eight cars that have something to show, or any number of ordinary ones.")
  private String fleet = "demo";

  @Override
  public Integer call() throws Exception {
    List<SimulatedVehicle> vehicles = vehicles();
    try (SmartcarSimulator simulator = simulator(vehicles).start()) {
      explain(simulator, vehicles);
      new CountDownLatch(1).await();
    }
    return EvCharging.OK;
  }

  private List<SimulatedVehicle> vehicles() {
    try {
      return fleet.equals("demo")
          ? DemoFleet.vehicles()
          : SimulatedFleet.of(Integer.parseInt(fleet), seed);
    } catch (IllegalArgumentException e) {
      throw faulty("--fleet takes demo or a number from 1 to 1000000, not " + fleet, e);
    }
  }

  private SmartcarSimulator simulator(List<SimulatedVehicle> vehicles) {
    try {
      int claimed = Ports.claim("--port", EmbeddedBroker.HOST, port);
      return SmartcarSimulator.builder()
          .port(claimed)
          .speed(speed)
          .seed(seed)
          .vehicles(vehicles)
          .build();
    } catch (IllegalArgumentException e) {
      throw faulty(String.valueOf(e.getMessage()), e);
    }
  }

  private ParameterException faulty(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }

  private void explain(SmartcarSimulator simulator, List<SimulatedVehicle> vehicles)
      throws IOException {
    Files.createDirectories(VEHICLES.getParent());
    Files.writeString(VEHICLES, SimulatedFleet.vehiclesYaml(vehicles));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        """
        Simulated Smartcar API: %d vehicles, %.0f times as fast as real ones, seed %d

          v2       %s
          v3       %s
          token    %s
          status   curl %s/simulator/status

        In another terminal:

          bin/evcharging run -Devcharging.vehicles=%s \\
            -Devcharging.smartcar.api-url=%s -Devcharging.smartcar.vehicle-url=%s \\
            -Devcharging.smartcar.access-token=%s -Devcharging.poll.tesla-charge.schedule='0/10 * * * * ?'

        Stop with Ctrl-C.
        """,
        vehicles.size(),
        speed,
        seed,
        simulator.apiUrl(),
        simulator.vehicleUrl(),
        simulator.accessToken(),
        simulator.origin(),
        VEHICLES,
        simulator.apiUrl(),
        simulator.vehicleUrl(),
        simulator.accessToken());
    out.flush();
  }
}
