package io.evcharging.deliver;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The dead letters of all sinks at an Artemis broker, for a person. */
public final class DeadLetters {

  private static final long NO_MORE_MILLIS = 500;
  private static final int BATCH = 500;

  /** As Camel spells {@code ce-id} and {@code ce-subject} where a dash is not allowed. */
  private static final String ID = "ce_HYPHEN_id";

  private static final String VEHICLE = "ce_HYPHEN_subject";

  private final ActiveMQConnectionFactory broker;
  private final String topic;
  private final List<String> sinks;

  /**
   * One dead letter.
   *
   * @param sink the name of the sink that would not take it
   * @param id the observation's
   * @param vehicle the vehicle's
   * @param acceptedAt when the observation was accepted, ISO 8601
   * @param since when it became a dead letter, ISO 8601
   * @param reason why
   * @param body the observation's JSON
   */
  public record Letter(
      String sink,
      String id,
      String vehicle,
      String acceptedAt,
      String since,
      String reason,
      String body) {}

  private interface Fate {
    void of(Session session, String sink, Message letter) throws JMSException;
  }

  /**
   * At a broker.
   *
   * @param broker makes connections
   * @param topic the channel's
   * @param sinks those that are configured; others may have dead letters too
   */
  public DeadLetters(ActiveMQConnectionFactory broker, String topic, List<String> sinks) {
    this.broker = broker;
    this.topic = topic;
    this.sinks = List.copyOf(sinks);
  }

  /**
   * Those that may have dead letters: the configured ones, and those that once were.
   *
   * @return in the order of the alphabet
   * @throws Exception when the broker cannot be asked
   */
  public List<String> sinks() throws Exception {
    TreeSet<String> all = new TreeSet<>(sinks);
    for (String queue : new Management(broker).queueNames()) {
      if (queue.startsWith(DeadLetter.QUEUES)) {
        all.add(queue.substring(DeadLetter.QUEUES.length()));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Looks at all of them, one after the other.
   *
   * @param sink {@code null} for all
   * @param reader gets each
   * @return how many
   * @throws Exception when the broker cannot be asked
   */
  public long list(@Nullable String sink, Consumer<Letter> reader) throws Exception {
    return browse(sink, null, reader);
  }

  /**
   * Looks for those of one observation: each sink may have one.
   *
   * @param sink {@code null} for all
   * @param id the observation's
   * @return maybe none
   * @throws Exception when the broker cannot be asked
   */
  public List<Letter> find(@Nullable String sink, String id) throws Exception {
    List<Letter> found = new ArrayList<>();
    browse(sink, id, found::add);
    return found;
  }

  /**
   * Puts them back into their sink's queue, each in one transaction with its removal from here.
   *
   * @param sink {@code null} for all
   * @param id the observation's, {@code null} for all
   * @return how many
   * @throws IllegalArgumentException when a sink that is not configured has some
   * @throws Exception when the broker cannot be asked
   */
  public long retry(@Nullable String sink, @Nullable String id) throws Exception {
    return take(sink, id, this::putBack);
  }

  /**
   * Throws them away.
   *
   * @param sink {@code null} for all
   * @param id the observation's, {@code null} for all
   * @return how many
   * @throws Exception when the broker cannot be asked
   */
  public long discard(@Nullable String sink, @Nullable String id) throws Exception {
    return take(sink, id, (session, name, letter) -> {});
  }

  private void putBack(Session session, String sink, Message letter) throws JMSException {
    if (!sinks.contains(sink)) {
      throw new IllegalArgumentException(
          "the sink " + sink + " is not configured: list it in evcharging.deliver.sinks first");
    }
    BytesMessage again = DeadLetter.again(session, letter, letter.getStringProperty(VEHICLE));
    String queue = topic + "::" + JournalQueues.PREFIX + sink;
    try (MessageProducer producer = session.createProducer(session.createTopic(queue))) {
      producer.send(again);
    }
  }

  private long browse(@Nullable String sink, @Nullable String id, Consumer<Letter> reader)
      throws Exception {
    long count = 0;
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession()) {
      connection.start();
      for (String name : sinks(sink)) {
        count += browse(session, name, id, reader);
      }
    }
    return count;
  }

  private static long browse(
      Session session, String sink, @Nullable String id, Consumer<Letter> reader)
      throws JMSException {
    long count = 0;
    try (QueueBrowser browser =
        session.createBrowser(session.createQueue(DeadLetter.queue(sink)), selector(id))) {
      Enumeration<?> messages = browser.getEnumeration();
      while (messages.hasMoreElements()) {
        reader.accept(letter(sink, (Message) messages.nextElement()));
        count++;
      }
    }
    return count;
  }

  /** As many as there were at the beginning: what is put back may come again meanwhile. */
  private long take(@Nullable String sink, @Nullable String id, Fate fate) throws Exception {
    long taken = 0;
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      for (String name : sinks(sink)) {
        taken += take(session, name, id, browse(name, id, letter -> {}), fate);
      }
    }
    return taken;
  }

  private static long take(Session session, String sink, @Nullable String id, long most, Fate fate)
      throws JMSException {
    long taken = 0;
    try (MessageConsumer consumer =
        session.createConsumer(session.createQueue(DeadLetter.queue(sink)), selector(id))) {
      while (taken < most) {
        Message letter = consumer.receive(NO_MORE_MILLIS);
        if (letter == null) {
          break;
        }
        fate.of(session, sink, letter);
        if (++taken % BATCH == 0) {
          session.commit();
        }
      }
      session.commit();
    }
    return taken;
  }

  private List<String> sinks(@Nullable String sink) throws Exception {
    return sink == null ? sinks() : List.of(sink);
  }

  private static @Nullable String selector(@Nullable String id) {
    return id == null ? null : ID + " = '" + id.replace("'", "''") + "'";
  }

  private static Letter letter(String sink, Message message) throws JMSException {
    return new Letter(
        sink,
        text(message, ID),
        text(message, VEHICLE),
        text(message, DeadLetter.ACCEPTED_AT),
        text(message, DeadLetter.SINCE),
        text(message, DeadLetter.REASON),
        new String(message.getBody(byte[].class), StandardCharsets.UTF_8));
  }

  private static String text(Message message, String property) throws JMSException {
    return Objects.requireNonNullElse(message.getStringProperty(property), "-");
  }
}
