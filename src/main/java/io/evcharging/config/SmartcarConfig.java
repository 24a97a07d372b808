package io.evcharging.config;

import java.net.URI;
import java.time.Duration;

/**
 * The source API.
 *
 * @param apiUrl base of v2, without a slash at its end
 * @param vehicleUrl base of v3, without a slash at its end
 * @param auth where access tokens come from
 * @param connectTimeout how long to wait for a connection
 * @param responseTimeout how long to wait for an answer
 * @param maxAnswerBytes the largest answer that is read
 */
public record SmartcarConfig(
    URI apiUrl,
    URI vehicleUrl,
    AuthConfig auth,
    Duration connectTimeout,
    Duration responseTimeout,
    int maxAnswerBytes) {

  static SmartcarConfig read(Values values) {
    String prefix = "evcharging.smartcar.";
    Duration least = Duration.ofMillis(1);
    return new SmartcarConfig(
        values.baseUrl(prefix + "api-url"),
        values.baseUrl(prefix + "vehicle-url"),
        AuthConfig.read(values),
        values.duration(prefix + "connect-timeout", least, Duration.ofMinutes(10)),
        values.duration(prefix + "response-timeout", least, Duration.ofHours(1)),
        values.count(prefix + "max-answer-bytes", 1024, 1 << 30));
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "SmartcarConfig[apiUrl=%s, vehicleUrl=%s, auth=%s, connectTimeout=%s, responseTimeout=%s, maxAnswerBytes=%d]"
        .formatted(apiUrl, vehicleUrl, auth, connectTimeout, responseTimeout, maxAnswerBytes);
  }
}
