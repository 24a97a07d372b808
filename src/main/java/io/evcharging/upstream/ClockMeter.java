package io.evcharging.upstream;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Bucket4j's time, from a clock. */
record ClockMeter(Clock clock) implements TimeMeter {

  static TimeMeter of(Clock clock) {
    return new ClockMeter(clock);
  }

  @Override
  public long currentTimeNanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
