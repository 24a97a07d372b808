package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());

  @Test
  void shouldRotateRefreshTokens() throws IOException {
    String first = CARS.simulator().tokens().issueRefreshToken();
    Answer answer = refresh(first, "simulator-secret");
    assertEquals(200, answer.status());
    assertEquals("Bearer", answer.at("/token_type").asText());
    assertEquals(7200, answer.at("/expires_in").asInt());
    String second = answer.at("/refresh_token").asText();
    assertNotEquals(first, second);
    Answer again = refresh(first, "simulator-secret");
    assertEquals(400, again.status());
    assertEquals("invalid_grant", again.at("/error").asText());
    assertEquals(200, refresh(second, "simulator-secret").status());
  }

  @Test
  void shouldTakeAnAccessTokenForItsTimeAndItsGeneration() throws IOException {
    String token =
        refresh(CARS.simulator().tokens().issueRefreshToken(), "simulator-secret")
            .at("/access_token")
            .asText();
    assertEquals(200, status("/v2.0/vehicles", token));
    assertEquals(401, status("/v3/connections", token));
    CARS.clock().advance(Duration.ofHours(2));
    assertEquals(401, status("/v2.0/vehicles", token));
  }

  @Test
  void shouldForgetRefreshTokensAfterSixtyDays() throws IOException {
    String token = CARS.simulator().tokens().issueRefreshToken();
    CARS.clock().advance(Duration.ofDays(60));
    assertEquals(400, refresh(token, "simulator-secret").status());
  }

  @Test
  void shouldWantTheClientSecret() throws IOException {
    String token = CARS.simulator().tokens().issueRefreshToken();
    Answer answer = refresh(token, "wrong");
    assertEquals(401, answer.status());
    assertEquals("invalid_client", answer.at("/error").asText());
    assertEquals(200, refresh(token, "simulator-secret").status());
  }

  @Test
  void shouldGiveApplicationTokens() throws IOException {
    Answer answer = application("client_credentials", "simulator-secret");
    assertEquals(3600, answer.at("/expires_in").asInt());
    String token = answer.at("/access_token").asText();
    assertEquals(200, status("/v3/connections", token));
    assertEquals(401, status("/v2.0/vehicles", token));
    CARS.simulator().tokens().revokeAccessTokens();
    assertEquals(401, status("/v3/connections", token));
  }

  @Test
  void shouldRefuseOtherApplicationsAndGrants() throws IOException {
    assertEquals(401, application("client_credentials", "wrong").status());
    Answer answer = application("password", "simulator-secret");
    assertEquals(400, answer.status());
    assertEquals("unsupported_grant_type", answer.at("/error").asText());
  }

  @Test
  void shouldAnswer401InTheFormOfTheGeneration() throws IOException {
    Answer v2 = client.get("/v2.0/vehicles/tesla/tesla/charge", "Authorization", "Bearer wrong");
    assertEquals(401, v2.status());
    assertEquals("AUTHENTICATION", v2.at("/type").asText());
    Answer v3 = client.get("/v3/vehicles/tesla/signals", "Authorization", "Basic x");
    assertEquals(401, v3.status());
    assertEquals("AUTHENTICATION", v3.at("/errors/0/type").asText());
  }

  private int status(String path, String token) throws IOException {
    return client.get(path, "Authorization", "Bearer " + token).status();
  }

  private Answer refresh(String token, String secret) throws IOException {
    String basic = "simulator-client:" + secret;
    return client.send(
        form("/oauth/token", "grant_type=refresh_token&refresh_token=" + token)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8))));
  }

  private Answer application(String grant, String secret) throws IOException {
    String body = "grant_type=" + grant + "&client_id=simulator-client&client_secret=" + secret;
    return client.send(form("/oauth2/token", body));
  }

  private static HttpRequest.Builder form(String path, String body) {
    URI uri = CARS.simulator().origin().resolve(path);
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }
}
