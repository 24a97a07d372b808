package io.evcharging.deliver;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private static final long LEAST_MILLIS = 30_000;

  private final ConnectionFactory broker;
  private final Management management;
  private final String topic;
  private final Clock clock;

  /**
   * At a broker.
   *
   * @param artemis for questions; closed by whoever made it
   * @param broker makes connections to the same broker, whose sends have an end
   * @param topic the channel's
   * @param clock says since when something is a dead letter
   */
  public ArtemisKeeper(
      ActiveMQConnectionFactory artemis, ConnectionFactory broker, String topic, Clock clock) {
    this.broker = broker;
    this.management = new Management(artemis);
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
    long moved;
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      moved = move(session, queue, sink);
    }
    management.ask(
        session -> {
          long left = session.queueQuery(SimpleString.of(queue)).getMessageCount();
          if (left > 0) { // a broker that takes its time looked like an empty queue
            throw new IllegalStateException(left + " observations still wait in " + queue);
          }
          session.deleteQueue(queue);
          return queue;
        });
    LOG.warn(
        "sink {} is no longer configured: {} observations that waited for it are its dead letters,"
            + " and its queue is gone",
        sink,
        moved);
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

  /**
   * A tenth of the time that the oldest has waited, and more than comes in before the next look;
   * half of it at most.
   */
  @Override
  public Map<String, Long> dropOldest(List<String> sinks) {
    String sink =
        sinks.stream()
            .max(Comparator.comparingLong(name -> waiting(JournalQueues.PREFIX + name)))
            .orElse("");
    String queue = JournalQueues.PREFIX + sink;
    try {
      long oldest = management.number(queue, "getFirstMessageTimestamp");
      long waited = Math.max(2, clock.millis() - oldest);
      long until = oldest + Math.min(waited / 2, Math.max(LEAST_MILLIS, waited / 10));
      long dropped =
          oldest <= 0
              ? 0
              : management.number(queue, "removeMessages", BATCH, "AMQTimestamp <= " + until);
      LOG.error("sink {}: {} of the oldest observations dropped, there is no room", sink, dropped);
      return dropped > 0 ? Map.of(sink, dropped) : Map.of();
    } catch (Exception refused) {
      LOG.error("cannot drop what is oldest in {}: {}", queue, refused.toString());
      return Map.of();
    }
  }

  private SimpleString address() {
    return SimpleString.of(topic);
  }
}
