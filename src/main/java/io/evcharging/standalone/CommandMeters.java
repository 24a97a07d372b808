package io.evcharging.standalone;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.door.rest.CommandOutcomes;
import io.evcharging.door.rest.FailedLogins;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** How commands over HTTP end, and how many requests had no valid key. */
final class CommandMeters {

  private final MeterRegistry meters;

  CommandMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Nothing where there is no door. */
  void register(CamelContext context) {
    CommandOutcomes outcomes = bean(context, CommandOutcomes.class);
    FailedLogins failures = bean(context, FailedLogins.class);
    if (outcomes == null || failures == null) {
      return;
    }
    for (CommandOutcome outcome : CommandOutcome.values()) {
      FunctionCounter.builder("evcharging.commands", outcomes, all -> all.of(outcome))
          .description("Commands, by door and how they ended")
          .tag("door", "rest")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
    FunctionCounter.builder("evcharging.failed.logins", failures, FailedLogins::count)
        .description("Requests of the REST door without a valid key")
        .register(meters);
  }

  private static <T> @Nullable T bean(CamelContext context, Class<T> type) {
    return context.getRegistry().findSingleByType(type);
  }
}
