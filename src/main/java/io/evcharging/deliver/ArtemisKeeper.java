package io.evcharging.deliver;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Artemis can tell of its queues. A queue of a sink that is no longer configured would grow
 * without end: what is in it becomes dead letters of that sink, and the queue goes.
 */
public final class ArtemisKeeper implements JournalQueues.QueueKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ArtemisKeeper.class);
  private static final int BATCH = 500;
  private static final long NO_MORE_MILLIS = 500;

  private final ActiveMQConnectionFactory broker;
  private final Management management;
  private final String topic;
  private final Clock clock;

  /**
   * At a broker.
   *
   * @param broker makes connections; closed by whoever made it
   * @param topic the channel's
   * @param clock says since when something is a dead letter
   */
  public ArtemisKeeper(ActiveMQConnectionFactory broker, String topic, Clock clock) {
    this.broker = broker;
    this.management = new Management(broker);
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void retireOthers(List<String> sinks) throws Exception {
    Set<String> wanted =
        sinks.stream().map(sink -> JournalQueues.PREFIX + sink).collect(Collectors.toSet());
    for (SimpleString queue :
        management.ask(session -> session.addressQuery(address()).getQueueNames())) {
      String name = queue.toString();
      if (name.startsWith(JournalQueues.PREFIX) && !wanted.contains(name)) {
        retire(name);
      }
    }
  }

  private void retire(String queue) throws Exception {
    String sink = queue.substring(JournalQueues.PREFIX.length());
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      long moved = move(session, queue, sink);
      LOG.warn(
          "sink {} is no longer configured: {} observations that waited for it are its dead letters,"
              + " and its queue is gone",
          sink,
          moved);
    }
    management.ask(
        session -> {
          session.deleteQueue(queue);
          return queue;
        });
  }

  private long move(Session session, String queue, String sink) throws JMSException {
    long moved = 0;
    try (MessageConsumer from = session.createConsumer(session.createQueue(topic + "::" + queue));
        MessageProducer to = session.createProducer(session.createQueue(DeadLetter.queue(sink)))) {
      for (Message next = from.receive(NO_MORE_MILLIS);
          next != null;
          next = from.receive(NO_MORE_MILLIS)) {
        to.send(DeadLetter.of(session, next, "the sink is no longer configured", clock.instant()));
        if (++moved % BATCH == 0) {
          session.commit();
        }
      }
      session.commit();
    }
    return moved;
  }

  @Override
  public long waiting(String queue) {
    try {
      return management.ask(
          session -> session.queueQuery(SimpleString.of(queue)).getMessageCount());
    } catch (Exception unreachable) {
      LOG.debug("cannot count {}", queue, unreachable);
      return SinkStates.UNKNOWN;
    }
  }

  /** A tenth of the time that the oldest has waited. */
  @Override
  public boolean dropOldest(List<String> sinks) {
    String queue =
        sinks.stream()
            .map(sink -> JournalQueues.PREFIX + sink)
            .max(Comparator.comparingLong(this::waiting))
            .orElse("");
    try {
      long oldest = management.number(queue, "getFirstMessageTimestamp");
      long until = oldest + Math.max(1, (clock.millis() - oldest) / 10);
      long dropped =
          oldest <= 0
              ? 0
              : management.number(queue, "removeMessages", BATCH, "AMQTimestamp <= " + until);
      LOG.error("dropped {} observations of {}: there is no room", dropped, queue);
      return dropped > 0;
    } catch (Exception refused) {
      LOG.error("cannot drop what is oldest in {}: {}", queue, refused.toString());
      return false;
    }
  }

  private SimpleString address() {
    return SimpleString.of(topic);
  }
}
