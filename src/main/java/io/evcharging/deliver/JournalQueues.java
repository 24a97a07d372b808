package io.evcharging.deliver;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.util.List;
import java.util.Map;

/** A durable subscription of the channel's topic for each sink, at any broker of JMS 2. */
public final class JournalQueues implements SinkQueues {

  /** How the names of the subscriptions begin. */
  public static final String PREFIX = "evcharging-sink-";

  private final ConnectionFactory broker;
  private final String topic;
  private final List<String> sinks;
  private final QueueKeeper keeper;
  private volatile boolean ensured;

  /** What a broker can tell beyond what JMS asks. */
  public interface QueueKeeper {

    /**
     * Looks after the queues of sinks that are no longer configured.
     *
     * @param sinks those that are
     * @throws Exception when the broker cannot be reached
     */
    void retireOthers(List<String> sinks) throws Exception;

    /**
     * How many messages a queue holds.
     *
     * @param queue its name
     * @return {@link SinkStates#UNKNOWN} where that cannot be known
     */
    long waiting(String queue);

    /**
     * Gives some of the oldest messages of the longest of these queues up.
     *
     * @param sinks the names of the sinks
     * @return how many of which sink; empty where nothing can be given up
     */
    Map<String, Long> dropOldest(List<String> sinks);
  }

  /**
   * At a broker.
   *
   * @param broker makes connections
   * @param topic the channel's
   * @param sinks the names of all that are configured
   * @param keeper for what JMS has no word for
   */
  public JournalQueues(
      ConnectionFactory broker, String topic, List<String> sinks, QueueKeeper keeper) {
    this.broker = broker;
    this.topic = topic;
    this.sinks = List.copyOf(sinks);
    this.keeper = keeper;
  }

  @Override
  public void ensure() throws Exception {
    if (!ensured) {
      make();
    }
  }

  private synchronized void make() throws Exception {
    if (ensured) {
      return;
    }
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession()) {
      subscribe(session, session.createTopic(topic));
    }
    keeper.retireOthers(sinks);
    ensured = true;
  }

  private void subscribe(Session session, Topic channel) throws JMSException {
    for (String sink : sinks) {
      session.createSharedDurableConsumer(channel, PREFIX + sink).close();
    }
  }

  @Override
  public void forget() {
    ensured = false;
  }

  @Override
  public long waiting(String sink) {
    return keeper.waiting(PREFIX + sink);
  }

  @Override
  public long undelivered(String sink) {
    return keeper.waiting(DeadLetter.queue(sink));
  }

  @Override
  public Map<String, Long> dropOldest() {
    return keeper.dropOldest(sinks);
  }
}
