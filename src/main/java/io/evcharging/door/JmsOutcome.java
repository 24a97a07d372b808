package io.evcharging.door;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes the result, and whether the message was no command at all. */
public final class JmsOutcome implements Processor {

  static final String RESULT = "evcharging.jmsResult";

  /** {@link String}: why the message is a dead letter; absent when it is none. */
  static final String POISON = "evcharging.jmsPoison";

  @Override
  public void process(Exchange exchange) {
    CommandResult result = (CommandResult) exchange.getMessage().getBody();
    exchange.setProperty(RESULT, result);
    exchange.setProperty(
        POISON, result.outcome() == CommandOutcome.INVALID ? result.detail() : null);
  }
}
