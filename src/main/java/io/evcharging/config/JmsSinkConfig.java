package io.evcharging.config;

import java.util.regex.Pattern;

/**
 * The sink {@code jms}.
 *
 * @param destination {@code topic:} or {@code queue:} and a name
 */
public record JmsSinkConfig(String destination) {

  private static final Pattern DESTINATION = Pattern.compile("(topic|queue):[^\\s?&]+");

  static JmsSinkConfig read(Values values) {
    String allowed = "topic:<name> or queue:<name>";
    return new JmsSinkConfig(
        values.matching("evcharging.deliver.jms.destination", DESTINATION, allowed));
  }
}
