package io.evcharging.door;

import io.evcharging.canonical.CommandResult;
import io.evcharging.command.CommandJson;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes the result the text of an answer, which names the message that it answers. */
public final class JmsResult implements Processor {

  static final String CORRELATION = "JMSCorrelationID";

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setBody(CommandJson.text(exchange.getProperty(JmsOutcome.RESULT, CommandResult.class)));
    if (exchange.getProperty(JmsCommand.LETTER) instanceof JmsCommand.Letter letter
        && letter.correlation() != null) {
      message.setHeader(CORRELATION, letter.correlation());
    }
  }
}
