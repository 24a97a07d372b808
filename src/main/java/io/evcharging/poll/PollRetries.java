package io.evcharging.poll;

import io.evcharging.http.TooLargeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Says whether a call that may succeed in a moment is made again. Counts by itself: Camel's own
 * count is a header of the message, which each call replaces.
 */
public final class PollRetries {

  private static final double LONGER = 1.3;

  private final int most;
  private final Duration delay;
  private final Intake intake;
  private final Clock clock;

  /**
   * Allows so many.
   *
   * @param most in one poll, whatever the number of its pages
   * @param delay before the first; each one is twice as long, and up to a third longer by chance
   * @param intake closed when this process ends: nothing is made again then
   * @param clock says whether the next poll is due
   */
  public PollRetries(int most, Duration delay, Intake intake, Clock clock) {
    this.most = most;
    this.delay = delay;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * Asked once after each such failure.
   *
   * @param exchange of the poll
   * @return whether to call again
   */
  public boolean again(Exchange exchange) {
    if (intake.isClosed()
        || exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT)
            instanceof TooLargeException) {
      return false;
    }
    return Poll.find(exchange).filter(this::again).isPresent();
  }

  private boolean again(Poll poll) {
    Instant now = clock.instant();
    return poll.waits() > 0
        ? !poll.isOverdue(
            now.plus(longestWait(poll.waits() - 1))) // no call was made, so none again
        : poll.hasTimeToRetry(now.plus(longestWait(poll.retries()))) && poll.nextRetry() <= most;
  }

  private Duration longestWait(int before) {
    return Duration.ofMillis((long) (delay.toMillis() * LONGER * (1L << Math.min(before, 20))));
  }
}
