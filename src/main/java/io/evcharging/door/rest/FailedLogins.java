package io.evcharging.door.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who was not let in. Each has a line in the log and in the audit as long as they are few;
 * whoever tries keys by the thousand shall fill neither.
 */
public final class FailedLogins {

  /** How many in one minute are recorded one by one. */
  static final int RECORDED = 100;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

  private final LongAdder count = new LongAdder();
  private final Clock clock;
  private Instant since;
  private int inThisMinute;

  FailedLogins(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * How many there were since the start.
   *
   * @return never decreases
   */
  public long count() {
    return count.sum();
  }

  /** Counts one; false when there were too many in this minute to record it. */
  synchronized boolean record() {
    count.increment();
    Instant now = clock.instant();
    if (Duration.between(since, now).abs().compareTo(MINUTE) >= 0) {
      since = now;
      inThisMinute = 0;
    }
    inThisMinute++;
    if (inThisMinute <= RECORDED) {
      LOG.warn("a request without a valid key was refused, {} since the start", count.sum());
    } else if (inThisMinute == RECORDED + 1) {
      LOG.warn("more requests without a valid key: for a minute they are only counted");
    }
    return inThisMinute <= RECORDED;
  }
}
