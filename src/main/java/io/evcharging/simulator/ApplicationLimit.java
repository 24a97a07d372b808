package io.evcharging.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The documented limit of an application: a bucket of requests that fills up by the minute. */
final class ApplicationLimit {

  private final Clock clock;
  private final int capacity;
  private final double perMilli;
  private double left;
  private Instant filledAt;

  /** A limit; a capacity of 0 is none. */
  ApplicationLimit(Clock clock, int capacity, int perMinute) {
    this.clock = clock;
    this.capacity = capacity;
    this.perMilli = perMinute / 60_000.0;
    this.left = capacity;
    this.filledAt = clock.instant();
  }

  synchronized boolean take() {
    if (capacity == 0) {
      return true;
    }
    Instant now = clock.instant();
    long passed = Math.max(0, Duration.between(filledAt, now).toMillis());
    left = Math.min(capacity, left + passed * perMilli);
    filledAt = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
