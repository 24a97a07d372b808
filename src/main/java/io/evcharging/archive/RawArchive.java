package io.evcharging.archive;

import io.evcharging.config.RawArchiveConfig;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each answer before it is mapped. A disk that takes nothing costs the copy, never the poll.
 */
public final class RawArchive extends ServiceSupport implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(RawArchive.class);

  private final RawFiles files;
  private boolean failing;

  /**
   * Keeps answers in files.
   *
   * @param config where, how much and how long
   * @param clock says which day it is
   */
  public RawArchive(RawArchiveConfig config, Clock clock) {
    this.files = new RawFiles(config.directory(), config.maxBytes(), config.maxAge(), clock);
  }

  @Override
  public void process(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof Answer answer) {
      try {
        files.append(RawAnswer.of(answer).line());
        failing = false;
      } catch (IOException e) {
        tell(e);
      }
    }
  }

  /** Once, until it works again. */
  private void tell(IOException why) {
    if (!failing) {
      LOG.error("raw answers are not kept: {}", why.toString());
    }
    failing = true;
  }

  @Override
  protected void doStop() throws IOException {
    files.close();
  }
}
