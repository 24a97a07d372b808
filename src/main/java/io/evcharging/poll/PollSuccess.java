package io.evcharging.poll;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.normalise.ObservationProcessor;
import io.evcharging.upstream.Mood;
import io.evcharging.upstream.Planning;
import io.evcharging.upstream.Sighting;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a poll that ended well: an observation was handed on, or there is none yet. */
public final class PollSuccess implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PollSuccess.class);

  private final PollOutcomes outcomes;
  private final Planning plan;

  /**
   * Counts into {@code outcomes}.
   *
   * @param outcomes shared with {@link PollFailure}
   * @param plan learns when to ask again
   */
  public PollSuccess(PollOutcomes outcomes, Planning plan) {
    this.outcomes = outcomes;
    this.plan = plan;
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
    plan.answered(poll.source(), poll.vehicle().vehicle().id(), sighting(exchange));
    LOG.debug("poll {} outcome={}", poll, outcome.label());
  }

  /** Where there is no data yet there is nothing to hurry for. */
  private static Sighting sighting(Exchange exchange) {
    ChargingObservation observation =
        (ChargingObservation) exchange.getProperty(ObservationProcessor.OBSERVATION);
    return observation == null ? new Sighting(Mood.IDLE, null) : Sighting.of(observation);
  }
}
