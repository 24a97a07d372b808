package io.evcharging.archive;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** In place of {@link RawArchive} where nothing is to be kept. */
public final class NothingArchived implements Processor {

  @Override
  public void process(Exchange exchange) {
    // The answer goes on as it is.
  }
}
