package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import io.evcharging.upstream.StoredSuspensions;
import io.evcharging.upstream.Suspensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging resume}, with and without a program that runs. */
class ResumeIT {

  private static final String VEHICLES =
      "vehicles: [{id: veh-1, brand: TESLA}, {id: veh-2, brand: TESLA}]";
  private static final String WHY = "HTTP 403 PERMISSION";

  private final Path data;
  private final Path vehicles;

  ResumeIT(@TempDir Path directory) throws IOException {
    this.data = directory.resolve("data");
    this.vehicles = Files.writeString(directory.resolve("vehicles.yaml"), VEHICLES);
    try (State state = State.open(data)) {
      Vehicles all = Vehicles.open(vehicles);
      Suspensions suspensions = new Suspensions(state, all, Clock.systemUTC());
      suspensions.suspend(all.byId("veh-1").orElseThrow(), null, null, WHY);
      suspensions.suspend(
          all.byId("veh-1").orElseThrow(), ChargeSource.TESLA_CHARGE, null, "HTTP 501");
    }
  }

  @Test
  void shouldWorkOnTheTablesWhenNothingRuns() throws Exception {
    assertOutput(0, "Resumed veh-1 tesla-charge: HTTP 501", "resume", "veh-1", "tesla-charge");
    assertOutput(0, "Nothing of veh-2 is suspended.", "resume", "veh-2");
    assertOutput(0, "tesla-charge of veh-1 is not suspended by", "resume", "veh-1", "tesla-charge");
    assertOutput(2, "there is no source nonsense", "resume", "veh-1", "nonsense");
    try (State state = State.open(data)) {
      assertEquals(1, new StoredSuspensions(state).list().size());
    }
  }

  @Test
  void shouldTellTheRunningProgram() throws Exception {
    try (Program run = run()) {
      run.awaitOutput("running");
      assertOutput(0, "veh-1 (all of it): " + WHY, "status");
      assertOutput(0, "Resumed veh-1 tesla-charge: HTTP 501", "resume", "veh-1", "tesla-charge");
      assertOutput(0, "Resumed veh-1 (all of it): " + WHY, "resume", "veh-1");
      assertOutput(2, "there is no vehicle nobody", "resume", "nobody");
      assertOutput(2, "there is no source nonsense", "resume", "veh-1", "nonsense");
      assertTrue(run.output().contains("no longer suspended, resumed"), run::output);
      assertFalse(status().contains("Left alone"));
    }
  }

  private String status() throws Exception {
    try (Program program = Program.start(List.of("status", data()).toArray(String[]::new))) {
      program.exitCode();
      return program.output();
    }
  }

  private void assertOutput(int exitCode, String text, String... arguments) throws Exception {
    List<String> args = new ArrayList<>(List.of(arguments));
    args.add(data());
    try (Program program = Program.start(args.toArray(String[]::new))) {
      assertEquals(exitCode, program.exitCode(), program::output);
      assertTrue(program.output().contains(text), program::output);
    }
  }

  private String data() {
    return "-Devcharging.data-directory=" + data;
  }

  private Program run() throws IOException {
    return Program.start(
        "run",
        data(),
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.smartcar.access-token=some-token",
        "-Devcharging.http.port=0",
        "-Devcharging.jms.embedded-port=0");
  }
}
