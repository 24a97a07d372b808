package io.evcharging.door;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.command.CommandRequest;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command out of a JMS message: text, or the same as bytes. Its key is the property {@value
 * #KEY}, else the message's id, so that a message that is delivered again is the same command.
 * Nothing else of its headers and properties is looked at, and none stays.
 */
public final class JmsCommand implements Processor {

  /** The message property that holds an idempotency key. */
  public static final String KEY = "idempotencyKey";

  static final String LETTER = "evcharging.jmsLetter";
  private static final String REPLY_TO = "evcharging.jmsReplyTo";

  /**
   * What is kept of a message.
   *
   * @param body text or bytes, {@code null} for any other type of message
   */
  record Letter(@Nullable Object body, @Nullable String id, @Nullable String correlationId) {

    /** What an answer names. */
    @Nullable String correlation() {
      return correlationId == null ? id : correlationId;
    }
  }

  @Override
  public void process(Exchange exchange) throws JMSException {
    Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
    Letter letter =
        new Letter(body(message), message.getJMSMessageID(), message.getJMSCorrelationID());
    exchange.setProperty(LETTER, letter);
    exchange.setProperty(REPLY_TO, message.getJMSReplyTo() != null);
    exchange.setProperty(AmperageProcessor.DOOR, "jms");
    String key = message.getStringProperty(KEY);
    key = key == null ? letter.id() : key;
    exchange.setProperty(AmperageProcessor.IDEMPOTENCY_KEY, key);
    if (letter.body() == null) {
      refuse(exchange, "Neither a text message nor one of bytes.");
    } else if (key == null) {
      refuse(exchange, "Neither a JMSMessageID nor a property " + KEY + ".");
    }
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(letter.body() == null ? "" : letter.body());
  }

  private static void refuse(Exchange exchange, String detail) {
    exchange.setProperty(AmperageProcessor.REFUSAL, CommandOutcome.INVALID);
    exchange.setProperty(AmperageProcessor.REFUSAL_DETAIL, detail);
  }

  private static @Nullable Object body(Message message) throws JMSException {
    if (message instanceof TextMessage text) {
      return text.getText() == null ? "" : text.getText();
    } else if (message instanceof BytesMessage bytes) {
      byte[] body = new byte[(int) Math.min(bytes.getBodyLength(), CommandRequest.MAX_BYTES + 1)];
      int read = bytes.readBytes(body);
      return new String(body, 0, Math.max(read, 0), StandardCharsets.UTF_8);
    }
    return null;
  }
}
