package io.evcharging.deliver;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Adds the configured headers to a request of the sink {@code rest}. */
public final class RestHeaders implements Processor {

  private final Map<String, String> headers;

  /**
   * Adds these headers.
   *
   * @param headers name to value, may hold secrets
   */
  public RestHeaders(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  @Override
  public void process(Exchange exchange) {
    headers.forEach(exchange.getMessage()::setHeader);
  }
}
