package io.evcharging.discover;

import io.evcharging.failure.EvChargingException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The list could not be read: logged, and tried again later. */
public final class ConnectionsFailure implements Processor {

  private final Discovery discovery;

  /**
   * Tells it.
   *
   * @param discovery tries again
   */
  public ConnectionsFailure(Discovery discovery) {
    this.discovery = discovery;
  }

  @Override
  public void process(Exchange exchange) {
    Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    discovery.failed(why, reason(why));
  }

  /** Messages of other exceptions may quote what they could not read. */
  private static String reason(Exception why) {
    return why instanceof EvChargingException || why instanceof IOException
        ? String.valueOf(why.getMessage())
        : why.getClass().getSimpleName();
  }
}
