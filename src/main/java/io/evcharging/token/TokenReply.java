package io.evcharging.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a token server answered (RFC 6749, 5.1 and 5.2). */
public final class TokenReply {

  private static final ObjectReader READER = new JsonMapper().reader();
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");
  private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,64}");
  private static final long LONGEST_LIFE = Duration.ofDays(30).toSeconds();

  private final int status;
  private final @Nullable Duration retryAfter;
  private final JsonNode body;

  /**
   * Reads an answer; never fails on its body.
   *
   * @param status of HTTP
   * @param body as it came
   * @param retryAfter what the header of that name asks for, {@code null} where there is none
   */
  public TokenReply(int status, byte[] body, @Nullable Duration retryAfter) {
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = json(body);
  }

  private static JsonNode json(byte[] body) {
    try {
      return READER.readTree(body);
    } catch (IOException notJson) {
      return READER.createObjectNode();
    }
  }

  boolean granted() {
    return status == 200 && accessToken() != null;
  }

  @Nullable String accessToken() {
    return token("access_token");
  }

  @Nullable String refreshToken() {
    return token("refresh_token");
  }

  private @Nullable String token(String field) {
    String text = body.path(field).textValue();
    return text != null && TOKEN.matcher(text).matches() ? text : null;
  }

  /** Never longer than a month, never without end. */
  Duration life(Duration unlessSaid) {
    long seconds = body.path("expires_in").asLong(0);
    return seconds <= 0 ? unlessSaid : Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE));
  }

  /** Nothing was done. */
  boolean refused() {
    return status >= 400 && status < 500;
  }

  /** The refresh token is dead, or was never one. */
  boolean invalidGrant() {
    return (status == 400 || status == 401) && "invalid_grant".equals(error());
  }

  /** What to do about a refusal. */
  TokenFailure failure() {
    String what = "the token server answered HTTP " + status + said();
    boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
    boolean notAnAnswer = status == 200;
    return passing || notAnAnswer
        ? TokenFailure.later(what, retryAfter, null)
        : TokenFailure.stop(what);
  }

  private String said() {
    String error = error();
    return error == null ? "" : " " + error;
  }

  /** Only what looks like a code may reach a log line. */
  private @Nullable String error() {
    String error = body.path("error").textValue();
    return error != null && WORD.matcher(error).matches() ? error : null;
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "TokenReply[status=" + status + "]";
  }
}
