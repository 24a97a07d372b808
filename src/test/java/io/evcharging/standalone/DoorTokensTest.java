package io.evcharging.standalone;

import static io.evcharging.standalone.DoorFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.JWSAlgorithm;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of a user's own issuer, from the HTTP request to the call of the OEM, or to none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTokensTest {

  private static final String DONE =
      "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}";

  private TestIssuer tokens;
  private StubApi issuer;
  private StubApi oem;
  private DoorFixture door;
  @TempDir private static Path elsewhere;

  @BeforeAll
  void open(@TempDir Path directory) throws Exception {
    tokens = new TestIssuer();
    issuer = StubApi.answering(200, tokens.jwks());
    oem = StubApi.answering(200, DONE);
    door = door(directory, "jwks-url", issuer.origin() + "/jwks");
  }

  @AfterAll
  void close() throws IOException {
    door.close();
    issuer.close();
    oem.close();
  }

  @BeforeEach
  void forget() {
    oem.requests().clear();
  }

  private DoorFixture door(Path directory, String key, String value) throws IOException {
    Map<String, String> settings = new HashMap<>(TestIssuer.settings(key, value));
    settings.put("evcharging.smartcar.api-url", oem.origin() + "/v2.0");
    return new DoorFixture(directory, settings);
  }

  private static HttpResponse<String> command(DoorFixture door, String token) throws Exception {
    return door.send(
        door.command(DoorFixture.TESLA, "{\"amperage\":16}")
            .setHeader("Authorization", "Bearer " + token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256"})
  void shouldLetInWhoHasATokenOfThePublishedKeys(String algorithm) throws Exception {
    HttpResponse<String> answer = command(door, tokens.good(JWSAlgorithm.parse(algorithm)));

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("jwt:grid-operator", DoorFixture.json(answer).get("requestedBy").asText());
    assertEquals(1, oem.requests().size());
    assertEquals("{\"amperage\":16}", oem.requests().get(0).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issuer",
        "audience",
        "scope",
        "expired",
        "none",
        "none-signed",
        "stranger",
        "public-key-as-secret",
        "changed"
      })
  void shouldRefuseEveryOtherTokenAndCallNobody(String fault) throws Exception {
    HttpResponse<String> answer = command(door, tokens.bad(fault));

    assertProblem(answer, 401, "UNAUTHORIZED");
    assertEquals(Optional.of("Bearer"), answer.headers().firstValue("WWW-Authenticate"));
    assertEquals(0, oem.requests().size());
  }

  @Test
  void shouldShowACommandToWhoHasAToken() throws Exception {
    String bearer = "Bearer " + tokens.good(JWSAlgorithm.RS256);
    String id =
        DoorFixture.json(command(door, tokens.good(JWSAlgorithm.ES256))).get("commandId").asText();

    HttpResponse<String> read =
        door.send(door.request("/api/commands/" + id).header("Authorization", bearer));

    assertEquals(200, read.statusCode(), read.body());
    assertEquals("ACCEPTED", DoorFixture.json(read).get("outcome").asText());
  }

  @Test
  void shouldTakeTheConfiguredKeyAndNoOther() throws Exception {
    try (DoorFixture byKey = door(elsewhere.resolve("key"), "public-key", tokens.publicKey())) {
      assertEquals(200, command(byKey, tokens.good(JWSAlgorithm.RS256)).statusCode());
      assertProblem(command(byKey, tokens.good(JWSAlgorithm.ES256)), 401, "UNAUTHORIZED");
      assertProblem(command(byKey, tokens.bad("public-key-as-secret")), 401, "UNAUTHORIZED");
      assertProblem(command(byKey, tokens.bad("stranger")), 401, "UNAUTHORIZED");
      assertEquals(1, oem.requests().size());
    }
  }

  @Test
  void shouldSayThatTheIssuerIsAwayAndCallNobody() throws Exception {
    try (DoorFixture alone =
        door(elsewhere.resolve("away"), "jwks-url", "http://127.0.0.1:1/jwks")) {
      for (int i = 0; i < 4; i++) {
        HttpResponse<String> answer = command(alone, tokens.good(JWSAlgorithm.RS256));
        assertProblem(answer, 503, "UNAUTHORIZED");
        assertEquals(
            "The keys of the tokens' issuer cannot be had: try again later.",
            DoorFixture.json(answer).get("detail").asText());
      }
      assertEquals(0, oem.requests().size());
    }
  }

  @Test
  void shouldNotWaitLongForAnIssuerThatDoesNotAnswer() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (StubApi silent = StubApi.answering(exchange -> await(never));
        DoorFixture door =
            door(elsewhere.resolve("silent"), "jwks-url", silent.origin() + "/jwks")) {
      String token = tokens.good(JWSAlgorithm.RS256);
      assertTimeoutPreemptively(
          Duration.ofSeconds(15), () -> assertProblem(command(door, token), 503, "UNAUTHORIZED"));
      assertEquals(0, oem.requests().size());
    } finally {
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
