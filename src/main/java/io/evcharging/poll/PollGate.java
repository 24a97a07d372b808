package io.evcharging.poll;

import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands right before each call to the source API, the first one, one for a further page, and one
 * that is made again: nobody is called who is to be left alone, or for whom there is no time or no
 * budget left.
 */
public final class PollGate implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PollGate.class);

  private final Suspensions suspensions;
  private final Budget budget;
  private final Clock clock;

  /**
   * Lets calls through.
   *
   * @param suspensions who is to be left alone
   * @param budget each call is taken from
   * @param clock says what is too late
   */
  public PollGate(Suspensions suspensions, Budget budget, Clock clock) {
    this.suspensions = suspensions;
    this.budget = budget;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Poll poll = Poll.of(exchange);
    Instant now = clock.instant();
    if (poll.isOverdue(now)) {
      throw held(poll, PollOutcome.EXPIRED, "its deadline has passed");
    }
    suspensions
        .of(poll.vehicle(), poll.source())
        .map(Suspension::reason)
        .ifPresent(
            reason -> {
              throw held(poll, PollOutcome.SUSPENDED, reason);
            });
    if (!take(poll)) {
      throw held(poll, PollOutcome.HELD, "the budget is spent");
    }
  }

  /** What cannot be written down is not spent. */
  private boolean take(Poll poll) {
    try {
      return budget.takeForPoll(poll.vehicle().vehicle().id());
    } catch (RuntimeException e) {
      LOG.warn("poll {} waits: the tables cannot be used, {}", poll, e.getClass().getSimpleName());
      throw held(poll, PollOutcome.HELD, "the tables cannot be used");
    }
  }

  private static WaitAndRetryException held(Poll poll, PollOutcome outcome, String why) {
    poll.endAs(outcome);
    return new WaitAndRetryException(why, null, null);
  }
}
