package io.evcharging.operate;

import io.evcharging.failure.RefusedException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers an operation that failed: 401 without the key, else 500; never with what is inside. */
public final class OperationsFailure implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(OperationsFailure.class);

  @Override
  public void process(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    boolean refused = failure instanceof RefusedException;
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setBody(null);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, refused ? 401 : 500);
    if (refused) {
      message.setHeader("WWW-Authenticate", "Bearer");
    } else {
      LOG.error("operation failed", failure);
    }
  }
}
