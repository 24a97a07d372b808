package io.evcharging.discover;

import io.evcharging.poll.SmartcarBearer;
import io.evcharging.source.smartcar.ApiGeneration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the request for a page of the list into a message; as a processor, for the first one. */
public final class ConnectionsRequest implements Processor {

  private static final String FIRST_PAGE = "page%5Bsize%5D=200";

  private final SmartcarBearer bearer;

  /**
   * Requests in the name of the application.
   *
   * @param bearer writes the header {@code Authorization}
   */
  public ConnectionsRequest(SmartcarBearer bearer) {
    this.bearer = bearer;
  }

  @Override
  public void process(Exchange exchange) {
    exchange.setProperty(ConnectionsRun.PROPERTY, new ConnectionsRun());
    exchange.setProperty(ConnectionsRun.MORE_PAGES, true);
    write(exchange.getMessage(), FIRST_PAGE);
  }

  void write(Message message, String query) {
    message.removeHeaders("*");
    message.setBody(null);
    message.setHeader(Exchange.HTTP_PATH, "connections");
    message.setHeader(Exchange.HTTP_QUERY, query);
    bearer.write(message, ApiGeneration.V3, null);
  }

  /** The same page with another token, when there is one. */
  boolean again(Message message, ConnectionsRun run) {
    if (!bearer.renew(message)) {
      return false;
    }
    write(message, run.query(FIRST_PAGE));
    return true;
  }
}
