package io.evcharging.deliver;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Says to the channel which observations keep their order: those of one vehicle. */
public final class ChannelKey implements Processor {

  private static final String SUBJECT = "ce-subject";

  private final String header;

  /**
   * For one kind of channel.
   *
   * @param kafka whether it is Kafka; JMS else, which others do not mind
   */
  public ChannelKey(boolean kafka) {
    this.header = kafka ? "kafka.KEY" : "JMSXGroupID";
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    message.setHeader(header, message.getHeader(SUBJECT));
    // Of doTry's making, and inherited by all that follows: in a host's own routes, multicasts and
    // splits would leave its error handlers aside.
    exchange.removeProperty(ExchangePropertyKey.TRY_ROUTE_BLOCK);
  }
}
