package io.evcharging.door;

import io.evcharging.command.UnrecordedCommandException;
import io.evcharging.failure.EvChargingException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a message that cannot be carried out a dead letter: its own body, and as properties why,
 * and which message it was.
 */
public final class JmsDeadLetter implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(JmsDeadLetter.class);

  @Override
  public void process(Exchange exchange) {
    String reason = exchange.getProperty(JmsOutcome.POISON, String.class);
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (reason == null) {
      reason = reason(failure);
      // There is no result that could be the answer.
      exchange.setPattern(ExchangePattern.InOnly);
    }
    LOG.warn("a message with a command is a dead letter: {}", reason);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader("evchargingReason", reason);
    if (failure instanceof UnrecordedCommandException unrecorded) {
      message.setHeader("evchargingCommandId", unrecorded.commandId());
    }
    if (exchange.getProperty(JmsCommand.LETTER) instanceof JmsCommand.Letter letter) {
      message.setBody(Objects.requireNonNullElse(letter.body(), ""));
      message.setHeader("evchargingMessageId", letter.id());
      if (letter.correlation() != null) {
        message.setHeader(JmsResult.CORRELATION, letter.correlation());
      }
    }
  }

  /** Messages of other exceptions may quote what they could not read. */
  private static String reason(Exception failure) {
    return failure instanceof EvChargingException || failure instanceof UnrecordedCommandException
        ? String.valueOf(failure.getMessage())
        : "It failed on its way: " + failure.getClass().getSimpleName() + ".";
  }
}
