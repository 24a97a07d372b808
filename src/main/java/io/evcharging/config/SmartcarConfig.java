package io.evcharging.config;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The source API.
 *
 * @param apiUrl base of v2, without a slash at its end
 * @param vehicleUrl base of v3, without a slash at its end
 * @param accessToken the bearer token, a secret
 * @param connectTimeout how long to wait for a connection
 * @param responseTimeout how long to wait for an answer
 * @param maxAnswerBytes the largest answer that is read
 */
public record SmartcarConfig(
    URI apiUrl,
    URI vehicleUrl,
    String accessToken,
    Duration connectTimeout,
    Duration responseTimeout,
    int maxAnswerBytes) {

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  static SmartcarConfig read(Values values) {
    String prefix = "evcharging.smartcar.";
    Duration least = Duration.ofMillis(1);
    return new SmartcarConfig(
        values.baseUrl(prefix + "api-url"),
        values.baseUrl(prefix + "vehicle-url"),
        values.matching(
            Keys.ACCESS_TOKEN,
            TOKEN,
            "Smartcar's access token, without white space; EVCHARGING_SMARTCAR_ACCESS_TOKEN sets it"),
        values.duration(prefix + "connect-timeout", least, Duration.ofMinutes(10)),
        values.duration(prefix + "response-timeout", least, Duration.ofHours(1)),
        values.count(prefix + "max-answer-bytes", 1024, 1 << 30));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SmartcarConfig[apiUrl=%s, vehicleUrl=%s, accessToken=hidden, connectTimeout=%s, responseTimeout=%s, maxAnswerBytes=%d]"
        .formatted(apiUrl, vehicleUrl, connectTimeout, responseTimeout, maxAnswerBytes);
  }
}
