package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.operate.TokensCondition;
import io.evcharging.simulator.Fault;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import io.evcharging.testing.Logged;
import io.evcharging.testing.TestContext;
import io.evcharging.token.AccessTokens;
import io.evcharging.token.TokenState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Polls that have to fetch their tokens first, from a token server over HTTP. */
class TokenRouteTest {

  @RegisterExtension
  static final SmartcarSimulatorExtension CARS =
      new SmartcarSimulatorExtension(
          builder ->
              builder.vehicles(
                  List.of(
                      SimulatedVehicle.tesla("tesla-1").build(),
                      SimulatedVehicle.of("vw-1", "VOLKSWAGEN", "ID.4").userId("user-1").build())));

  @TempDir Path directory;
  private TestContext context;
  private List<String> saidAtTheStart;

  @BeforeEach
  void start() throws Exception {
    SmartcarSimulator cars = CARS.simulator();
    Path tokens = directory.resolve("refresh-tokens");
    Files.writeString(tokens, "default=" + cars.tokens().issueRefreshToken() + "\n");
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-r--r--"));
    try (Logged log = Logged.by("io.evcharging.TokenBeans")) {
      context = context(cars, tokens).start();
      saidAtTheStart = log.lines();
    }
  }

  private TestContext context(SmartcarSimulator cars, Path tokens) throws Exception {
    return TestContext.in(directory)
        .withApi(cars.origin().toString())
        .withSink("host", "mock:host")
        .with("evcharging.smartcar.access-token", "")
        .with("evcharging.smartcar.v2.auth", "refresh-token")
        .with("evcharging.smartcar.v2.client-id", cars.tokens().clientId())
        .with("evcharging.smartcar.v2.client-secret", cars.tokens().clientSecret())
        .with("evcharging.smartcar.v2.refresh-tokens-file", tokens.toString())
        .with("evcharging.smartcar.v2.token-url", cars.origin() + "/oauth/token")
        .with("evcharging.smartcar.v3.auth", "client-credentials")
        .with("evcharging.smartcar.v3.client-id", cars.tokens().clientId())
        .with("evcharging.smartcar.v3.client-secret", cars.tokens().clientSecret())
        .with("evcharging.smartcar.v3.token-url", cars.origin() + "/oauth2/token");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldWarnOnceOfRefreshTokensThatOthersCanRead() {
    assertEquals(1, saidAtTheStart.size(), saidAtTheStart::toString);
    assertTrue(saidAtTheStart.get(0).endsWith("chmod 600 it"), saidAtTheStart::toString);
  }

  @Test
  void shouldFetchATokenForEachGenerationOnce() {
    pollAll(16);
    assertEquals(32, good());
    assertEquals(1, calls("/oauth/token"));
    assertEquals(1, calls("/oauth2/token"));
    assertTrue(tokens().states().stream().allMatch(TokenState::good));
  }

  @Test
  void shouldRenewOnceForAllPollsThatTheApiRefused() {
    pollAll(1);
    CARS.simulator().tokens().revokeAccessTokens();
    pollAll(16);
    assertEquals(34, good());
    assertEquals(2, calls("/oauth/token"));
    assertEquals(2, calls("/oauth2/token"));
  }

  @Test
  void shouldReportARefusalThatANewTokenDoesNotEnd() {
    CARS.simulator().faults().add(new Fault.Respond(401, "application/json", "{}", Map.of()), 2);
    context.poll("tesla-charge", "tesla-1");
    assertEquals(0, good());
    assertEquals(2, CARS.simulator().calls().count("tesla-1"));
    assertEquals(2, calls("/oauth/token"));
    context.poll("tesla-charge", "tesla-1");
    assertEquals(1, good());
  }

  @Test
  void shouldBeSeenWhenThereIsNoTokenAnyMore() throws Exception {
    TokensCondition condition = new TokensCondition(tokens());
    assertTrue(condition.read().well());
    Files.writeString(directory.resolve("refresh-tokens"), "default=dead\n");
    context.poll("tesla-charge", "tesla-1");
    assertFalse(condition.read().well());
    assertTrue(condition.read().reason().contains("invalid_grant"), condition.read().reason());
  }

  private void pollAll(int times) {
    IntStream.range(0, times)
        .mapToObj(
            i ->
                List.of(
                    thread(() -> context.poll("tesla-charge", "tesla-1")),
                    thread(() -> context.poll("charge-signals", "vw-1"))))
        .toList()
        .forEach(threads -> threads.forEach(TokenRouteTest::join));
  }

  private static Thread thread(Runnable action) {
    Thread thread = new Thread(action);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long good() {
    return context
        .bean("evchargingPollOutcomes", PollOutcomes.class)
        .totals()
        .getOrDefault(PollOutcome.OBSERVED, 0L);
  }

  private AccessTokens tokens() {
    return context.bean("evchargingTokens", AccessTokens.class);
  }

  private static long calls(String path) {
    return CARS.simulator().calls().recent().stream()
        .filter(call -> call.path().equals(path))
        .count();
  }
}
