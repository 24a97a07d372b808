package io.evcharging.config;

import java.time.Duration;

/**
 * How many calls to the source API may be made.
 *
 * @param capacity the most calls of the application at once
 * @param refillPerMinute how many more it may make each minute
 * @param perMonth calls for one vehicle in a calendar month, UTC
 * @param commandShare of both, in percent: kept for commands
 * @param refusedWait how long everybody waits when the source API says that the application's own
 *     limit is exceeded, and does not say for how long
 */
public record BudgetConfig(
    int capacity, int refillPerMinute, int perMonth, int commandShare, Duration refusedWait) {

  /** Of a large plan, and of a simulator on this machine. */
  private static final int MOST = 1_000_000_000;

  static BudgetConfig read(Values values) {
    return new BudgetConfig(
        values.count("evcharging.budget.application.capacity", 1, MOST),
        values.count("evcharging.budget.application.refill-per-minute", 1, MOST),
        values.count("evcharging.budget.vehicle.per-month", 1, MOST),
        values.count("evcharging.budget.command-share", 0, 90),
        values.duration(
            "evcharging.budget.application.wait", Duration.ofMillis(1), Duration.ofHours(1)));
  }

  /** How many of the calls at once are kept for commands. */
  public int keptForCommands() {
    return (int) ((long) capacity * commandShare / 100);
  }

  /** How many calls polls may make for one vehicle in a month. */
  public int pollsPerMonth() {
    return (int) (perMonth - (long) perMonth * commandShare / 100);
  }

  /** How many calls polls may make in a day in the long run, for all vehicles together. */
  public long pollsPerDay() {
    return 24L * 60 * refillPerMinute * (100 - commandShare) / 100;
  }
}
