package io.evcharging.deliver;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Names the CloudEvents attributes as JMS can carry them: {@code cloudEvents_id} and so on. */
public final class JmsProperties implements Processor {

  private static final List<String> ATTRIBUTES =
      List.of("specversion", "id", "source", "type", "subject", "time");

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    for (String attribute : ATTRIBUTES) {
      message.setHeader("cloudEvents_" + attribute, message.removeHeader("ce-" + attribute));
    }
    message.setHeader("cloudEvents_datacontenttype", message.removeHeader(Exchange.CONTENT_TYPE));
  }
}
