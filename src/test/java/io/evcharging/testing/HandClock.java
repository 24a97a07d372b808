package io.evcharging.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set by hand. */
public final class HandClock extends Clock {

  private volatile Instant now;

  private HandClock(Instant now) {
    this.now = now;
  }

  /** Stands still at a time, ISO 8601. */
  public static HandClock at(String time) {
    return new HandClock(Instant.parse(time));
  }

  /** Sets the time, ISO 8601. */
  public void set(String time) {
    now = Instant.parse(time);
  }

  /** Goes on. */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
