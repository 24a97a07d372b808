package io.evcharging.config;

import java.time.Duration;

/**
 * One place that every observation goes to.
 *
 * @param name lower-case letters, digits and dashes
 * @param uri any Camel URI
 * @param retryFor how long a delivery is tried, from when the observation was accepted
 */
public record SinkConfig(String name, String uri, Duration retryFor) {

  private static final String PREFIX = "evcharging.deliver.";
  private static final Duration LONGEST = Duration.ofDays(3650);

  static SinkConfig read(Values values, String name) {
    String allowed = "a Camel URI, for evcharging.deliver.sinks lists " + name;
    return new SinkConfig(
        name, values.camelUri(PREFIX + name + ".uri", allowed), retryFor(values, name));
  }

  /** Its own, or that of all. */
  private static Duration retryFor(Values values, String name) {
    String own = PREFIX + name + ".retry-for";
    String key = values.optional(own) == null ? PREFIX + "retry-for" : own;
    return values.duration(key, Duration.ofMillis(1), LONGEST);
  }

  /** Without what may hold a password. */
  @Override
  public String toString() {
    return "SinkConfig[name=%s, uri=%s, retryFor=%s]".formatted(name, Redacted.uri(uri), retryFor);
  }
}
