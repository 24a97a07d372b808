package io.evcharging.poll;

import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Stands right before each call to the source API, the first one, one for a further page, and one
 * that is made again: nobody is called who is to be left alone, or for whom there is no time left.
 */
public final class PollGate implements Processor {

  private final Suspensions suspensions;
  private final Clock clock;

  /**
   * Lets calls through.
   *
   * @param suspensions who is to be left alone
   * @param clock says what is too late
   */
  public PollGate(Suspensions suspensions, Clock clock) {
    this.suspensions = suspensions;
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
  }

  private static WaitAndRetryException held(Poll poll, PollOutcome outcome, String why) {
    poll.endAs(outcome);
    return new WaitAndRetryException(why, null, null);
  }
}
