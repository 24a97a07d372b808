package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicles that the source API refuses, from the first refusal to the last resume. */
class SuspensionsIT {

  private static final String ENTRY = "  - {id: veh-%d, brand: tesla%s}\n";

  private static final List<Integer> REFUSALS = List.of(403, 501, 430);
  private static final String CAR = "{\"state\":\"CHARGING\",\"amperage\":16,\"isPluggedIn\":true}";

  private final Path data;
  private final Path vehicles;
  private volatile boolean forgiven;

  SuspensionsIT(@TempDir Path directory) throws IOException {
    this.data = directory.resolve("data");
    this.vehicles = directory.resolve("vehicles.yaml");
    list("");
  }

  private void list(String more) throws IOException {
    Files.writeString(
        vehicles,
        "vehicles:\n"
            + ENTRY.formatted(1, "")
            + ENTRY.formatted(2, more)
            + ENTRY.formatted(3, "")
            + ENTRY.formatted(4, ""));
  }

  @Test
  void shouldOutliveARestartAndEndByAPersonOrAnotherEntry() throws Exception {
    try (StubApi cars = StubApi.answering(this::answer)) {
      try (Program run = run(cars)) {
        run.awaitOutput("suspended vehicleId=veh-1");
        run.awaitOutput("suspended vehicleId=veh-2");
        run.awaitOutput("suspended vehicleId=veh-3");
        run.awaitOutput("vehicleId=veh-1 source=tesla-charge outcome=stopped");
        assertEquals(1, count(run, "WARN .*vehicleId=veh-1 "), run::output);
        stop(run);
      }
      forgiven = true;
      try (Program run = run(cars)) {
        run.awaitOutput("still suspended");
        run.awaitOutput("vehicleId=veh-4 source=tesla-charge outcome=observed");
        assertListed("veh-1 (all of it): HTTP 403", "veh-2 tesla-charge: HTTP 501");
        assertListed("veh-3 (all of it): HTTP 430");
        assertEquals(0, count(run, "poll brand=TESLA vehicleId=veh-1.*outcome=observed"));
        print("resume", "veh-1", "tesla-charge");
        assertTrue(print("resume", "veh-1").contains("Resumed veh-1 (all of it)"));
        run.awaitOutput("vehicleId=veh-1 source=tesla-charge outcome=observed");
        list(", userId: somebody");
        run.awaitOutput("its entry in the vehicles file has changed");
        run.awaitOutput("vehicleId=veh-2 source=tesla-charge outcome=observed");
        assertListed("veh-3 (all of it): HTTP 430");
        assertEquals(0, count(run, "poll brand=TESLA vehicleId=veh-3.*outcome=observed"));
      }
    }
  }

  private static void stop(Program run) throws InterruptedException {
    run.terminate();
    run.exitCode();
  }

  private static long count(Program run, String pattern) {
    return Pattern.compile(pattern).matcher(run.output()).results().count();
  }

  private void assertListed(String... suspensions) throws Exception {
    String status = print("status");
    for (String suspension : suspensions) {
      assertTrue(status.contains(suspension), status);
    }
  }

  private String print(String... arguments) throws Exception {
    List<String> args = new ArrayList<>(List.of(arguments));
    args.add("-Devcharging.data-directory=" + data);
    try (Program program = Program.start(args.toArray(String[]::new))) {
      program.exitCode();
      return program.output();
    }
  }

  private Program run(StubApi cars) throws IOException {
    return Program.start(
        "run",
        "-Dlog.level=debug",
        "-Devcharging.data-directory=" + data,
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.smartcar.access-token=some-token",
        "-Devcharging.smartcar.api-url=" + cars.origin() + "/v2.0",
        "-Devcharging.poll.tesla-charge.schedule=* * * * * ?",
        "-Devcharging.poll.adaptive.enabled=false",
        "-Devcharging.budget.application.capacity=1000000",
        "-Devcharging.budget.vehicle.per-month=1000000",
        "-Devcharging.http.port=0",
        "-Devcharging.jms.embedded-port=0");
  }

  /** The first three are refused, each in its own way, until they are forgiven. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int status = 200;
    for (int car = 1; car <= 3 && !forgiven; car++) {
      status = path.contains("veh-" + car) ? REFUSALS.get(car - 1) : status;
    }
    StubApi.send(exchange, status, status == 200 ? CAR : "{}");
  }
}
