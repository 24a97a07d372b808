package io.evcharging.poll;

import io.evcharging.failure.RetrySoonException;
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
 * budget left. A further page waits for its call: without it those before it were for nothing.
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
    boolean may;
    boolean mayLater;
    try {
      String id = poll.vehicle().vehicle().id();
      may = budget.takeForPoll(id);
      mayLater = may || budget.hasCallsThisMonth(id);
    } catch (RuntimeException e) { // what cannot be written down is not spent
      LOG.warn("poll {} waits: the tables cannot be used, {}", poll, e.getClass().getSimpleName());
      throw notCalled(poll, "the tables cannot be used");
    }
    if (may) {
      poll.called();
      stopWaiting(poll);
    } else if (mayLater && isWorthWaiting(poll)) {
      beginWaiting(poll, exchange);
      throw new RetrySoonException("its next call waits for the budget", null);
    } else {
      throw notCalled(poll, "the budget is spent");
    }
  }

  /** Without it the calls before were for nothing: a further page, or a token that was renewed. */
  private static boolean isWorthWaiting(Poll poll) {
    return poll.hasCalled() && (poll.pageCount() > 0 || poll.retries() == 0);
  }

  private void beginWaiting(Poll poll, Exchange exchange) {
    if (poll.waits(true)) {
      budget.owe(1);
      WhenOver.of(exchange, () -> stopWaiting(poll));
    }
  }

  private void stopWaiting(Poll poll) {
    if (poll.waits(false)) {
      budget.owe(-1);
    }
  }

  /** One that has made no call at all has its turn again. */
  private static WaitAndRetryException notCalled(Poll poll, String why) {
    return poll.hasCalled()
        ? new WaitAndRetryException(why, null, null)
        : held(poll, PollOutcome.HELD, why);
  }

  private static WaitAndRetryException held(Poll poll, PollOutcome outcome, String why) {
    poll.endAs(outcome);
    return new WaitAndRetryException(why, null, null);
  }
}
