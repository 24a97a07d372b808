package io.evcharging.upstream;

import io.evcharging.config.AdaptiveConfig;
import java.time.Duration;

/** The intervals of one source: the configured table, in proportion to the source's schedule. */
final class Rhythm {

  /** Below this, spreading would only be late. */
  private static final Duration LEAST_SPREAD = Duration.ofSeconds(5);

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** So it is met nearer to when it awakes, day by day. */
  private static final long EARLIER = Duration.ofHours(1).toMillis();

  /** Misses in a row, about four a day. */
  private static final int HABIT = 14;

  private final AdaptiveConfig config;
  private final long period;
  private final double scale;

  /**
   * A source's rhythm.
   *
   * @param config the table
   * @param period between two ticks of its schedule
   */
  Rhythm(AdaptiveConfig config, Duration period) {
    this.config = config;
    this.period = period.toMillis();
    this.scale = config.scale(period);
  }

  /** How long after its last tick a vehicle is due, in milliseconds. */
  long interval(Pace pace) {
    if (!config.enabled()) {
      return period;
    }
    Duration interval =
        switch (pace.mood) {
          case UNKNOWN, CHARGING -> config.charging();
          case PLUGGED_IN -> config.pluggedIn();
          case IDLE -> config.idle();
          case ASLEEP -> asleep(pace.misses);
        };
    return Math.max(period, (long) (interval.toMillis() * scale));
  }

  private Duration asleep(int misses) {
    Duration doubled = config.asleep().multipliedBy(1L << Math.min(Math.max(misses - 1, 0), 20));
    return doubled.compareTo(config.asleepMax()) > 0 ? config.asleepMax() : doubled;
  }

  /** Whether a vehicle is due at a tick: the nearest one counts, not the next one after. */
  boolean isDue(Pace pace, long tick) {
    return !config.enabled()
        || pace.tick == 0
        || tick >= pace.tick + interval(pace) - period / 2
        || isItsHour(pace, tick);
  }

  /**
   * Whether it is still being asked: then a tick passes it by, as two answers that overtake each
   * other would be in no order. A poll may take so long to start, and then so long again; one that
   * is not heard of after that is lost.
   */
  boolean isAsked(Pace pace, long now, long patience) {
    return pace.asked != 0 && now < pace.asked + interval(pace) + 2 * patience;
  }

  /**
   * One that sleeps is asked at the hour when it was met awake, and the hour before, for some days:
   * after that its habits have changed, and the other polls walk around the clock again.
   */
  private boolean isItsHour(Pace pace, long tick) {
    return pace.mood == Mood.ASLEEP
        && pace.met != 0
        && pace.misses <= HABIT
        && ((tick - pace.met) % DAY < period || (tick - pace.met + EARLIER) % DAY < period);
  }

  /** Over how long the polls of one tick are spread, in milliseconds. */
  long spread() {
    long spread = Math.min(config.spread().toMillis(), period * 4 / 5);
    return config.enabled() && spread >= LEAST_SPREAD.toMillis() ? spread : 0;
  }

  boolean isAdaptive() {
    return config.enabled();
  }

  /** How long after the expected end of charging it is asked whether it has ended. */
  long afterEnd() {
    return (long) (Duration.ofMinutes(2).toMillis() * scale);
  }
}
