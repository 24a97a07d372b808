package io.evcharging.standalone;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.upstream.Budget;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;

/**
 * What the HTTP door shows to Prometheus, all of it from the start, so that a rate begins at 0;
 * {@code docs/operations.md} lists it. No vehicle is a label: their number has no bound.
 */
final class Meters {

  private final MeterRegistry meters;

  private Meters(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Registers the meters of each source that is switched on, of each sink and of each condition.
   */
  static void register(CamelContext context, EvChargingConfig config) {
    MeterRegistry meters = context.getRegistry().findSingleByType(MeterRegistry.class);
    if (meters == null) {
      return; // camel.metrics.enabled=false
    }
    Meters all = new Meters(meters);
    new PollMeters(meters, context).register(config.poll());
    new BudgetMeters(meters, context.getRegistry().findSingleByType(Budget.class)).register();
    new SinkMeters(meters, context).register(config.deliver());
    new CommandMeters(meters).register(context);
    context.getRegistry().findByType(ConditionHealthCheck.class).forEach(all::registerHealth);
  }

  private void registerHealth(ConditionHealthCheck check) {
    Gauge.builder("evcharging.health", check, some -> some.reading().well() ? 1 : 0)
        .description("1 where all is well, 0 where it is not")
        .tag("check", check.about())
        .register(meters);
  }
}
