package io.evcharging.deliver;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Removes the channel's own headers from an observation. Camel's {@code removeHeaders} would make a
 * regular expression of its pattern for each header that does not begin with it.
 */
public final class ChannelHeaders implements Processor {

  private final String prefix;

  /**
   * For one kind of channel.
   *
   * @param kafka whether it is Kafka; JMS else, which others do not mind
   */
  public ChannelHeaders(boolean kafka) {
    this.prefix = kafka ? "kafka." : "JMS";
  }

  @Override
  public void process(Exchange exchange) {
    exchange
        .getMessage()
        .getHeaders()
        .keySet()
        .removeIf(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
  }
}
