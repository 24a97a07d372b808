package io.evcharging.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The cars' own time, which may run faster than the clock. Cars live in it; whatever leaves the
 * simulator is in the clock's time.
 *
 * @param anchor the instant that is the same in both
 * @param speed seconds of the cars' time in one of the clock's
 */
record Timeline(Instant anchor, double speed) {

  /** The cars' time, in milliseconds since 1970, at an instant of the clock. */
  long carTime(Instant real) {
    return anchor.toEpochMilli() + Math.round(Duration.between(anchor, real).toMillis() * speed);
  }

  /** The instant of the clock at a moment of the cars' time. */
  Instant realTime(long carMillis) {
    return anchor.plusMillis(Math.round((carMillis - anchor.toEpochMilli()) / speed));
  }
}
