package io.evcharging.poll;

import io.evcharging.normalise.ObservationProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a poll that ended well: an observation was handed on, or there is none yet. */
public final class PollSuccess implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PollSuccess.class);

  private final PollOutcomes outcomes;

  /**
   * Counts into {@code outcomes}.
   *
   * @param outcomes shared with {@link PollFailure}
   */
  public PollSuccess(PollOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  @Override
  public void process(Exchange exchange) {
    Poll poll = Poll.of(exchange);
    PollOutcome outcome =
        exchange.getProperty(ObservationProcessor.OBSERVED, false, Boolean.class)
            ? PollOutcome.OBSERVED
            : PollOutcome.NO_DATA;
    if (poll.countOnce()) {
      outcomes.count(poll.source().id(), outcome, exchange.getClock().elapsed());
    }
    LOG.debug("poll {} outcome={}", poll, outcome.label());
  }
}
