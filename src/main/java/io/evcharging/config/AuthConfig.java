package io.evcharging.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the source API is told who asks.
 *
 * @param accessToken the static bearer token, a secret; empty where no generation uses it
 * @param v2 for brand endpoints and commands
 * @param v3 for signals and connections
 * @param timeout how long a renewal may take, and how long others wait for it
 * @param directory where refresh tokens are remembered
 */
public record AuthConfig(
    String accessToken, GrantConfig v2, GrantConfig v3, Duration timeout, Path directory) {

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  static AuthConfig read(Values values) {
    String prefix = "evcharging.smartcar.";
    GrantConfig v2 = GrantConfig.v2(values);
    GrantConfig v3 = GrantConfig.v3(values);
    boolean fixed = v2.auth() == Auth.STATIC || v3.auth() == Auth.STATIC;
    return new AuthConfig(
        fixed || values.optional(Keys.ACCESS_TOKEN) != null ? accessToken(values) : "",
        v2,
        v3,
        values.duration(prefix + "token-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10)),
        values.path(prefix + "token-directory"));
  }

  private static String accessToken(Values values) {
    return values.matching(
        Keys.ACCESS_TOKEN,
        TOKEN,
        "Smartcar's access token, without white space; EVCHARGING_SMARTCAR_ACCESS_TOKEN sets it");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "AuthConfig[v2=%s, v3=%s, timeout=%s, directory=%s]"
        .formatted(v2, v3, timeout, directory);
  }
}
