package io.evcharging.config;

import java.util.List;

/**
 * Whether this is one of many nodes that share the work.
 *
 * @param enabled with one broker and one PostgreSQL for all of them
 */
public record ClusterConfig(boolean enabled) {

  /** The switch. */
  public static final String ENABLED = "evcharging.cluster.enabled";

  /** Where the standalone runner's nodes take polls from, unless the configuration says so. */
  public static final String POLLS =
      "evcharging-jms:queue:evcharging.polls"
          + "?concurrentConsumers={{evcharging.poll.concurrency}}"
          + "&connectionFactory=#evchargingPollsConnectionFactory"
          + "&transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER"
          + "&acceptMessagesWhileStopping=true"
          + "&recoveryInterval=1000&errorHandlerLoggingLevel=DEBUG";

  /**
   * Without the one a poll is done with before it is begun, without the other it is tried in vain.
   */
  private static final List<String> SAFE = List.of("transacted", "acceptMessagesWhileStopping");

  private static final String QUEUE = JmsConfig.SCHEME + "queue:";
  private static final String WHY = "with " + ENABLED + "=true: ";

  static ClusterConfig read(
      Values values, StateConfig state, ChannelsConfig channels, JmsConfig jms) {
    boolean enabled = values.flag(ENABLED);
    if (enabled) {
      if (!state.shared()) {
        values.fault(
            StateConfig.URL,
            WHY + "a PostgreSQL that all nodes share, jdbc:postgresql://host:5432/database");
      }
      if (jms.embedded()) {
        values.fault(
            JmsConfig.BROKER_URL,
            WHY + "a broker of its own that all nodes share, such as tcp://host:61616");
      }
      if (!channels.polls().startsWith(QUEUE)) {
        values.fault(ChannelsConfig.POLLS, WHY + "a queue at the broker, " + QUEUE + "<name>");
      }
      if (!channels.durable() && !channels.kafka()) {
        values.fault(
            ChannelsConfig.OBSERVATIONS,
            WHY + "a topic at the broker, evcharging-jms:topic:<name>, or kafka:<topic>");
      }
    }
    return new ClusterConfig(enabled);
  }

  /**
   * What the URI of the queue of polls does not say, and many nodes need.
   *
   * @return options of Camel's JMS component, with their values; empty for one of many nodes that
   *     has them all, and for a process alone
   */
  List<String> lacking(ChannelsConfig channels) {
    String options = channels.polls().replaceFirst("^[^?]*[?]?", "");
    List<String> said = List.of(options.split("&", -1));
    return enabled
        ? SAFE.stream().map(option -> option + "=true").filter(o -> !said.contains(o)).toList()
        : List.of();
  }
}
