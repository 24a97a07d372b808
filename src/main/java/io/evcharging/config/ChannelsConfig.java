package io.evcharging.config;

/**
 * The channels between the stages.
 *
 * @param polls Camel URI of the queue of polls that are due
 * @param observations Camel URI of the channel of canonical observations
 */
public record ChannelsConfig(String polls, String observations) {

  static ChannelsConfig read(Values values) {
    return new ChannelsConfig(
        values.camelUri("evcharging.polls", "a Camel URI such as seda:evcharging-polls"),
        values.camelUri(
            "evcharging.observations", "a Camel URI such as direct:evcharging-observations"));
  }

  /** Without what may hold a password. */
  @Override
  public String toString() {
    return "ChannelsConfig[polls=%s, observations=%s]"
        .formatted(Redacted.uri(polls), Redacted.uri(observations));
  }
}
