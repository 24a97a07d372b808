package io.evcharging.deliver;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Set;

/** How a dead letter is named and marked. */
public final class DeadLetter {

  /** Message property: why the sink did not take it. */
  public static final String REASON = "evchargingReason";

  /** Message property: since when it is a dead letter, ISO 8601. */
  public static final String SINCE = "evchargingDeadSince";

  /** Message property: when the observation was accepted, ISO 8601. */
  public static final String ACCEPTED_AT = "evchargingAcceptedAt";

  /** How the names of the queues begin. */
  public static final String QUEUES = "evcharging.dead-letters.";

  private static final Set<String> OWN = Set.of(REASON, SINCE, ACCEPTED_AT);

  private DeadLetter() {}

  /**
   * The queue of a sink's dead letters.
   *
   * @param sink its name
   * @return the broker's name for it
   */
  public static String queue(String sink) {
    return QUEUES + sink;
  }

  /**
   * A message of a sink's queue as its dead letter.
   *
   * @param session for the queue of dead letters
   * @param message as it waited
   * @param reason why it is one
   * @param now since when
   * @return not sent yet
   * @throws JMSException when the message cannot be read
   */
  static Message of(Session session, Message message, String reason, Instant now)
      throws JMSException {
    BytesMessage letter = session.createBytesMessage();
    copy(message, letter);
    letter.setStringProperty(REASON, reason);
    letter.setStringProperty(SINCE, now.toString());
    letter.setStringProperty(
        ACCEPTED_AT, Instant.ofEpochMilli(message.getJMSTimestamp()).toString());
    return letter;
  }

  /**
   * A dead letter as it was before, to be delivered again.
   *
   * @param session for the sink's queue
   * @param letter one of these
   * @param vehicle keeps the order of one vehicle's
   * @return not sent yet
   * @throws JMSException when the letter cannot be read
   */
  static BytesMessage again(Session session, Message letter, String vehicle) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    copy(letter, message);
    message.setStringProperty("JMSXGroupID", vehicle);
    return message;
  }

  /** The same body and properties, but those of the broker, and of dead letters. */
  private static void copy(Message from, BytesMessage to) throws JMSException {
    to.writeBytes(from.getBody(byte[].class));
    Enumeration<?> names = from.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement().toString();
      if (!name.startsWith("JMSX") && !OWN.contains(name)) {
        to.setObjectProperty(name, from.getObjectProperty(name));
      }
    }
  }
}
