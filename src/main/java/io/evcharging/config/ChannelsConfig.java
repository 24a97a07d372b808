package io.evcharging.config;

/**
 * The channels between the stages.
 *
 * @param polls Camel URI of the queue of polls that are due
 * @param observations Camel URI of the channel of canonical observations
 */
public record ChannelsConfig(String polls, String observations) {

  /** The queue of polls that are due. */
  public static final String POLLS = "evcharging.polls";

  static final String OBSERVATIONS = "evcharging.observations";
  private static final String TOPIC = JmsConfig.SCHEME + "topic:";

  static ChannelsConfig read(Values values) {
    String observations =
        values.camelUri(OBSERVATIONS, "a Camel URI such as direct:evcharging-observations");
    if (observations.startsWith(JmsConfig.SCHEME) && !observations.startsWith(TOPIC)) {
      values.fault(OBSERVATIONS, "a topic, " + TOPIC + "<name>, where each sink has its own queue");
    }
    return new ChannelsConfig(
        values.camelUri(POLLS, "a Camel URI such as seda:evcharging-polls"), observations);
  }

  /**
   * Whether the observations lie in a broker's journal, one queue for each sink.
   *
   * @return false where they wait in memory
   */
  public boolean durable() {
    return observations.startsWith(TOPIC);
  }

  /**
   * Whether the observations lie in a topic of Kafka's, one consumer group for each sink.
   *
   * @return false where they lie elsewhere
   */
  public boolean kafka() {
    return observations.startsWith("kafka:");
  }

  /**
   * The broker's name for the channel of observations.
   *
   * @return without the scheme and options; of no use where it is not {@link #durable}
   */
  public String observationsTopic() {
    String name = observations.substring(Math.min(TOPIC.length(), observations.length()));
    int options = name.indexOf('?');
    return options < 0 ? name : name.substring(0, options);
  }

  /** Without what may hold a password. */
  @Override
  public String toString() {
    return "ChannelsConfig[polls=%s, observations=%s]"
        .formatted(Redacted.uri(polls), Redacted.uri(observations));
  }
}
