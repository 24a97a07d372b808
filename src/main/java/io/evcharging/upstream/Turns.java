package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import java.time.Instant;

/**
 * Whose turn it is, by rules that one process and many share.
 *
 * @param vehicles read anew when the file changes
 * @param rhythms of the sources that are polled
 * @param suspensions who is to be left alone
 * @param patience how long a poll may be on its way, in milliseconds
 */
record Turns(Vehicles vehicles, Rhythms rhythms, Suspensions suspensions, long patience) {

  /** Whether a vehicle that does not wait yet begins to wait at this tick. */
  boolean begins(PolledVehicle vehicle, Pace pace, long tick) {
    ChargeSource source = pace.source;
    Rhythm rhythm = rhythms.of(source);
    return pace.waitsFor == 0
        && !rhythm.isAsked(pace, tick, patience)
        && (pace.lost || rhythm.isDue(pace, tick))
        && suspensions.of(vehicle, source).isEmpty();
  }

  /**
   * How long it has gone without a good answer, or since it was asked for one in vain, in its own
   * intervals: else those that never answer would have all the calls where these are few. One that
   * sleeps is asked seldom anyway: behind the others it would be asked when they leave calls, at
   * the same hours each day, and not be met awake for weeks.
   */
  double hunger(Pace pace, long now) {
    Rhythm rhythm = rhythms.of(pace.source);
    boolean seldom = rhythm.isAdaptive() && pace.mood == Mood.ASLEEP;
    long last = seldom ? pace.success : Math.max(pace.success, pace.failed);
    return (double) (now - last) / rhythm.interval(pace);
  }

  /** It has waited, and things may have changed. */
  boolean mayBeAsked(Pace pace) {
    return vehicles
        .byId(pace.vehicleId)
        .filter(vehicle -> suspensions.of(vehicle, pace.source).isEmpty())
        .isPresent();
  }

  DuePoll due(Pace pace, long now) {
    long next = now + rhythms.of(pace.source).interval(pace);
    return new DuePoll(pace.source.id(), pace.vehicleId, Instant.ofEpochMilli(next));
  }
}
