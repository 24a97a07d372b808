package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging run} with tokens that must be fetched, killed in between. */
class TokensIT {

  private final Path directory;
  private final List<String> args = new ArrayList<>(List.of("run", "-Dlog.level=debug"));

  TokensIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldGoOnAfterAKillAndShowNoToken() throws Exception {
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().speed(60).build().start()) {
      String first = simulator.tokens().issueRefreshToken();
      configure(simulator, first);
      for (int time = 0; time < 3; time++) {
        simulator.calls().reset();
        try (Program program = Program.start(args.toArray(String[]::new))) {
          Awaitility.await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> asked(simulator, 200) && program.output().contains("running"));
          assertNoSecret(program.output(), simulator, first);
          // A dead refresh token would be one.
          assertEquals(0, simulator.calls().byStatus().getOrDefault(400, 0L));
        } // by force
        simulator.tokens().revokeAccessTokens();
      }
    }
  }

  private static boolean asked(SmartcarSimulator simulator, int status) {
    return simulator.calls().recent().stream()
        .anyMatch(call -> call.path().startsWith("/v2.0") && call.status() == status);
  }

  private void configure(SmartcarSimulator simulator, String refreshToken) throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, DemoFleet.vehiclesYaml());
    set("vehicles", vehicles);
    set("data-directory", directory.resolve("data"));
    set("http.port", 0);
    set("jms.embedded-port", 0);
    set("smartcar.api-url", simulator.apiUrl());
    set("smartcar.vehicle-url", simulator.vehicleUrl());
    set("smartcar.v2.refresh-tokens", "default=" + refreshToken);
    for (String generation : List.of("v2.", "v3.")) {
      boolean v2 = generation.equals("v2.");
      set("smartcar." + generation + "auth", v2 ? "refresh-token" : "client-credentials");
      set("smartcar." + generation + "client-id", simulator.tokens().clientId());
      set("smartcar." + generation + "client-secret", simulator.tokens().clientSecret());
      String path = v2 ? "/oauth/token" : "/oauth2/token";
      set("smartcar." + generation + "token-url", simulator.origin() + path);
    }
    set("poll.tesla-charge.schedule", "* * * * * ?");
    set("poll.charge-signals.schedule", "* * * * * ?");
  }

  private static void assertNoSecret(String output, SmartcarSimulator simulator, String first) {
    for (String secret :
        List.of(first, simulator.tokens().refreshToken(), simulator.tokens().clientSecret())) {
      assertFalse(output.contains(secret), secret);
    }
    assertFalse(output.contains("simulator-access-"), output);
  }

  private void set(String key, Object value) {
    args.add("-Devcharging." + key + "=" + value);
  }
}
