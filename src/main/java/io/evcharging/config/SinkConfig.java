package io.evcharging.config;

/**
 * One place that every observation goes to.
 *
 * @param name lower-case letters, digits and dashes
 * @param uri any Camel URI
 */
public record SinkConfig(String name, String uri) {

  static SinkConfig read(Values values, String name) {
    String allowed = "a Camel URI, for evcharging.deliver.sinks lists " + name;
    return new SinkConfig(name, values.camelUri("evcharging.deliver." + name + ".uri", allowed));
  }

  /** Without what may hold a password. */
  @Override
  public String toString() {
    return "SinkConfig[name=%s, uri=%s]".formatted(name, Redacted.uri(uri));
  }
}
