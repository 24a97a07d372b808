package io.evcharging.poll;

import io.evcharging.http.TooLargeException;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Says whether a call that may succeed in a moment is made again. Counts by itself: Camel's own
 * count is a header of the message, which each call replaces.
 */
public final class PollRetries {

  private final int most;
  private final Clock clock;

  /**
   * Allows so many.
   *
   * @param most in one poll, whatever the number of its pages
   * @param clock says whether the next poll is due
   */
  public PollRetries(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /**
   * Asked once after each such failure.
   *
   * @param exchange of the poll
   * @return whether to call again
   */
  public boolean again(Exchange exchange) {
    if (exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) instanceof TooLargeException) {
      return false;
    }
    Instant now = clock.instant();
    return Poll.find(exchange)
        .filter(poll -> poll.hasTimeToRetry(now) && poll.nextRetry() <= most)
        .isPresent();
  }
}
