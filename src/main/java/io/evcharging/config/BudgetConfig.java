package io.evcharging.config;

import java.time.Duration;

/**
 * How many calls to the source API may be made.
 *
 * @param refusedWait how long everybody waits when the source API says that the application's own
 *     limit is exceeded, and does not say for how long
 */
public record BudgetConfig(Duration refusedWait) {

  static BudgetConfig read(Values values) {
    return new BudgetConfig(
        values.duration(
            "evcharging.budget.application.wait", Duration.ofMillis(1), Duration.ofHours(1)));
  }
}
