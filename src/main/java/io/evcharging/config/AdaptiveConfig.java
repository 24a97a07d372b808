package io.evcharging.config;

import java.time.Duration;

/**
 * How often a vehicle is polled, by what is known of it.
 *
 * @param enabled off: at every tick of the schedule
 * @param charging while energy flows, and while nothing is known
 * @param pluggedIn while a cable is connected
 * @param idle while none is
 * @param asleep after the first time that it could not be reached; doubles each time
 * @param asleepMax and is no longer than this
 * @param spread over how long the polls of one tick are spread, at the most
 */
public record AdaptiveConfig(
    boolean enabled,
    Duration charging,
    Duration pluggedIn,
    Duration idle,
    Duration asleep,
    Duration asleepMax,
    Duration spread) {

  private static final String PREFIX = "evcharging.poll.adaptive.";

  static AdaptiveConfig read(Values values) {
    boolean enabled = values.flag(PREFIX + "enabled");
    Duration asleep = interval(values, "asleep", Duration.ofSeconds(1));
    return new AdaptiveConfig(
        enabled,
        interval(values, "charging", Duration.ofSeconds(1)),
        interval(values, "plugged-in", Duration.ofSeconds(1)),
        interval(values, "idle", Duration.ofSeconds(1)),
        asleep,
        interval(values, "asleep-max", asleep),
        interval(values, "spread", Duration.ZERO));
  }

  private static Duration interval(Values values, String name, Duration least) {
    return values.duration(PREFIX + name, least, Duration.ofDays(31));
  }

  /**
   * What is left of the intervals under a schedule: one that is faster than {@link #charging()}
   * shortens all of them alike, so that it is a charging vehicle that is polled at every tick.
   *
   * @param period between two ticks
   * @return more than 0, at most 1
   */
  public double scale(Duration period) {
    return Math.min(1, (double) period.toMillis() / charging.toMillis());
  }

  /**
   * How often a vehicle is polled in a day of 4 hours of charging, 6 hours more at a charger and 14
   * hours elsewhere.
   *
   * @param ticks of the schedule in a day
   * @return at most as many as there are ticks
   */
  public int pollsOnAUsualDay(int ticks) {
    if (!enabled || ticks == 0) {
      return ticks;
    }
    Duration period = Duration.ofDays(1).dividedBy(ticks);
    double polls =
        hours(4, charging, period) + hours(6, pluggedIn, period) + hours(14, idle, period);
    return (int) Math.min(ticks, Math.round(polls + 1));
  }

  private double hours(int hours, Duration interval, Duration period) {
    double millis = Math.max(interval.toMillis() * scale(period), (double) period.toMillis());
    return (double) Duration.ofHours(hours).toMillis() / millis;
  }
}
