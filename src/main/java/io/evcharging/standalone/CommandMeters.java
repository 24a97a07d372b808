package io.evcharging.standalone;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.command.CommandOutcomes;
import io.evcharging.door.rest.FailedLogins;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** How commands end, at whatever door, and how many HTTP requests had no valid key. */
final class CommandMeters {

  private final MeterRegistry meters;

  CommandMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Every series from the start; of the REST door only where there is one. */
  void register(CamelContext context) {
    CommandOutcomes outcomes = bean(context, CommandOutcomes.class);
    if (outcomes != null) {
      for (String door : CommandOutcomes.DOORS) {
        for (CommandOutcome outcome : CommandOutcome.values()) {
          register(outcomes, door, outcome);
        }
      }
    }
    FailedLogins failures = bean(context, FailedLogins.class);
    if (failures != null) {
      FunctionCounter.builder("evcharging.failed.logins", failures, FailedLogins::count)
          .description("Requests of the REST door without a valid key")
          .register(meters);
    }
  }

  private void register(CommandOutcomes outcomes, String door, CommandOutcome outcome) {
    FunctionCounter.builder("evcharging.commands", outcomes, all -> all.of(door, outcome))
        .description("Commands, by door and how they ended")
        .tag("door", door)
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private static <T> @Nullable T bean(CamelContext context, Class<T> type) {
    return context.getRegistry().findSingleByType(type);
  }
}
