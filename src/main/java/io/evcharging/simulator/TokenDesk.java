package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens out and knows which are good. A v2 refresh token is good once: its use makes a new
 * one, and kills it at once (the real API leaves it up to a minute). Thread-safe.
 */
public final class TokenDesk {

  static final Duration V2_LIFE = Duration.ofHours(2);
  static final Duration V3_LIFE = Duration.ofHours(1);
  static final Duration REFRESH_LIFE = Duration.ofDays(60);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Seeded chance;
  private final String clientId;
  private final String clientSecret;
  private final String staticToken;
  private final Map<String, Good> access = new LinkedHashMap<>();
  private final Map<String, Instant> refresh = new LinkedHashMap<>();
  private String newestRefresh = "";
  private long issued;

  private record Good(Generation generation, Instant until) {}

  TokenDesk(Clock clock, long seed, String clientId, String clientSecret, String staticToken) {
    this.clock = clock;
    this.chance = new Seeded(seed, "tokens");
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.staticToken = staticToken;
    issueRefreshToken();
  }

  /**
   * The client id that both token paths want.
   *
   * @return as configured
   */
  public String clientId() {
    return clientId;
  }

  /**
   * The secret that goes with it.
   *
   * @return as configured
   */
  public String clientSecret() {
    return clientSecret;
  }

  /**
   * The v2 refresh token that is good now: after a use of it, the next one.
   *
   * @return never {@code null}
   */
  public synchronized String refreshToken() {
    return newestRefresh;
  }

  /**
   * A good refresh token for one more user.
   *
   * @return a new one; others stay good
   */
  public synchronized String issueRefreshToken() {
    newestRefresh = next("refresh");
    put(refresh, newestRefresh, clock.instant().plus(REFRESH_LIFE));
    return newestRefresh;
  }

  /** Makes every access token bad that was given out; the static one stays good. */
  public synchronized void revokeAccessTokens() {
    access.clear();
  }

  synchronized boolean good(@Nullable String authorization, Generation generation) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return false;
    }
    String token = authorization.substring(7).trim();
    if (token.equals(staticToken)) {
      return true;
    }
    Good good = access.get(token);
    return good != null
        && good.generation() == generation
        && clock.instant().isBefore(good.until());
  }

  /** {@code POST /oauth/token}: a refresh token against an access token and a new refresh token. */
  synchronized Reply refresh(Request request) {
    Map<String, String> form = form(request);
    String wanted = clientId + ":" + clientSecret;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(request.header("Authorization"))) {
      return error(401, "invalid_client", "Client id and secret are missing or wrong.");
    }
    if (!"refresh_token".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "grant_type must be refresh_token.");
    }
    String token = form.getOrDefault("refresh_token", "");
    Instant until = refresh.remove(token);
    if (until == null || !clock.instant().isBefore(until)) {
      return error(400, "invalid_grant", "The refresh token is unknown, used or expired.");
    }
    ObjectNode answer = issue(Generation.V2, V2_LIFE);
    return Reply.json(200, answer.put("refresh_token", issueRefreshToken()));
  }

  /** {@code POST /oauth2/token}: client credentials against an access token. */
  synchronized Reply clientCredentials(Request request) {
    Map<String, String> form = form(request);
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "grant_type must be client_credentials.");
    }
    if (!clientId.equals(form.get("client_id"))
        || !clientSecret.equals(form.get("client_secret"))) {
      return error(401, "invalid_client", "Client id and secret are missing or wrong.");
    }
    return Reply.json(200, issue(Generation.V3, V3_LIFE));
  }

  private ObjectNode issue(Generation generation, Duration life) {
    String token = next("access");
    put(access, token, new Good(generation, clock.instant().plus(life)));
    ObjectNode answer = Json.object().put("access_token", token);
    return answer.put("token_type", "Bearer").put("expires_in", life.toSeconds());
  }

  private String next(String kind) {
    long number = ++issued;
    return "simulator-%s-%d-%016x".formatted(kind, number, chance.bits(number, 1));
  }

  private static <V> void put(Map<String, V> tokens, String token, V value) {
    if (tokens.size() >= MOST) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    tokens.put(token, value);
  }

  private static Map<String, String> form(Request request) {
    return Request.form(new String(request.body(), StandardCharsets.UTF_8));
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
