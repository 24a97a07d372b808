package io.evcharging.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JMS broker.
 *
 * @param brokerUrl {@code embedded}, or the URL of a broker elsewhere
 * @param embeddedPort where the embedded broker listens, 0 for any free port
 * @param user {@code null} for none
 * @param password {@code null} for none, a secret
 * @param connections how many are pooled
 */
public record JmsConfig(
    String brokerUrl,
    int embeddedPort,
    @Nullable String user,
    @Nullable String password,
    int connections) {

  /** How the URI of an endpoint at this broker begins. */
  static final String SCHEME = "evcharging-jms:";

  static final String BROKER_URL = "evcharging.jms.broker-url";
  static final String EMBEDDED = "embedded";
  private static final Pattern BROKER =
      Pattern.compile(EMBEDDED + "|\\(*[a-z][a-z0-9+.-]*:(//)?\\S+");

  static JmsConfig read(Values values, boolean needed) {
    String brokerUrl =
        values.matching(BROKER_URL, BROKER, "embedded, or a broker's URL such as tcp://host:61616");
    if (brokerUrl.equals(EMBEDDED) && needed && !values.around().hasBroker()) {
      values.fault(
          BROKER_URL,
          "only the standalone runner has a broker inside: name yours, such as tcp://host:61616,"
              + " or use neither the sink jms nor a URI evcharging-jms:");
    }
    return new JmsConfig(
        brokerUrl,
        values.count("evcharging.jms.embedded-port", 0, 65535),
        values.optional("evcharging.jms.user"),
        values.optional(Keys.JMS_PASSWORD),
        values.count("evcharging.jms.connections", 1, 1000));
  }

  /**
   * Whether the broker is the one inside the standalone runner.
   *
   * @return false for a broker elsewhere
   */
  public boolean embedded() {
    return brokerUrl.equals(EMBEDDED);
  }

  /** Without what may hold a password. */
  @Override
  public String toString() {
    return "JmsConfig[brokerUrl=%s, embeddedPort=%d, user=%s, password=hidden, connections=%d]"
        .formatted(Redacted.uri(brokerUrl), embeddedPort, user, connections);
  }
}
