package io.evcharging.poll;

import io.evcharging.http.TooLargeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Says whether a call that may succeed in a moment is made again, and after how long; likewise
 * whether a page waits on for its call. Counts and measures by itself: Camel's own count is a
 * header of the message, which each call replaces, and its delay grows with every failure, whatever
 * its kind.
 */
public final class PollRetries {

  /** Those of many polls do not fall together. */
  private static final double LONGER = 0.3;

  /** A page looks so often whether there is a call for it, and whether this process ends. */
  private static final Duration LOOKS = Duration.ofSeconds(3);

  private final int most;
  private final Duration delay;
  private final Intake intake;
  private final DoubleSupplier chance;
  private final Clock clock;

  /**
   * Allows so many.
   *
   * @param most in one poll, whatever the number of its pages
   * @param delay before the first; each one is twice as long, and up to a third longer by chance
   * @param intake closed when this process ends: nothing is made again then
   * @param chance numbers from 0 to 1
   * @param clock says whether the next poll is due
   */
  public PollRetries(int most, Duration delay, Intake intake, DoubleSupplier chance, Clock clock) {
    this.most = most;
    this.delay = delay;
    this.intake = intake;
    this.chance = chance;
    this.clock = clock;
  }

  /**
   * Asked once after each failure that may pass.
   *
   * @param exchange of the poll; is told how long to wait
   * @return whether to call again, or to look again for a call
   */
  public boolean again(Exchange exchange) {
    if (intake.isClosed()
        || exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT)
            instanceof TooLargeException) {
      return false;
    }
    Optional<Duration> wait = Poll.find(exchange).flatMap(this::wait);
    wait.ifPresent(
        time -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, time.toMillis()));
    return wait.isPresent();
  }

  private Optional<Duration> wait(Poll poll) {
    return poll.waits() ? waitForACall(poll) : waitForARetry(poll);
  }

  /** It has made no call, so it makes none again, and may go on after the next poll is due. */
  private Optional<Duration> waitForACall(Poll poll) {
    Duration wait = longer(LOOKS.compareTo(delay) < 0 ? LOOKS : delay);
    return poll.isOverdue(clock.instant().plus(wait)) ? Optional.empty() : Optional.of(wait);
  }

  private Optional<Duration> waitForARetry(Poll poll) {
    Duration wait = longer(delay.multipliedBy(1L << Math.min(poll.retries(), 20)));
    Instant then = clock.instant().plus(wait);
    return poll.hasTimeToRetry(then) && poll.nextRetry() <= most
        ? Optional.of(wait)
        : Optional.empty();
  }

  private Duration longer(Duration time) {
    return Duration.ofMillis((long) (time.toMillis() * (1 + LONGER * chance.getAsDouble())));
  }
}
