package io.evcharging.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sink {@code rest}.
 *
 * @param url where it posts to; {@code null} only where the sink is not listed
 * @param headers added to each request, in their order; the values are secrets
 * @param timeout for the connection, and for the answer
 */
public record RestSinkConfig(@Nullable URI url, Map<String, String> headers, Duration timeout) {

  /** Keeps a copy of the headers. */
  public RestSinkConfig {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static RestSinkConfig read(Values values, boolean listed) {
    return new RestSinkConfig(
        url(values, listed),
        headers(values),
        values.duration(
            "evcharging.deliver.rest.timeout", Duration.ofMillis(1), Duration.ofHours(1)));
  }

  private static @Nullable URI url(Values values, boolean listed) {
    String key = "evcharging.deliver.rest.url";
    if (!listed && values.optional(key) == null) {
      return null;
    }
    String allowed = "an http or https URL without login, needed by the sink rest";
    return values.read(key, URI.create("http://localhost"), allowed, Parse::url);
  }

  private static Map<String, String> headers(Values values) {
    if (values.optional(Keys.REST_HEADERS) == null) {
      return Map.of();
    }
    String allowed = "pairs Name: value, separated by |, each name once, printable ASCII";
    return values.read(Keys.REST_HEADERS, Map.of(), allowed, Parse::headers);
  }

  /** With the headers' names, without their values. */
  @Override
  public String toString() {
    String shown = url == null ? "none" : Redacted.uri(url.toString());
    return "RestSinkConfig[url=%s, headers=%s, timeout=%s]"
        .formatted(shown, headers.keySet(), timeout);
  }
}
