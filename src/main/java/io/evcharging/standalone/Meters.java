package io.evcharging.standalone;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.operate.ConditionHealthCheck;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * What the HTTP door shows to Prometheus, all of it from the start, so that a rate begins at 0;
 * {@code docs/operations.md} lists it. No vehicle is a label: their number has no bound.
 */
final class Meters {

  private final MeterRegistry meters;
  private final CamelContext context;

  private Meters(MeterRegistry meters, CamelContext context) {
    this.meters = meters;
    this.context = context;
  }

  /**
   * Registers the meters of each source that is switched on, of each sink and of each condition.
   */
  static void register(CamelContext context, EvChargingConfig config) {
    MeterRegistry meters = context.getRegistry().findSingleByType(MeterRegistry.class);
    if (meters == null) {
      return; // camel.metrics.enabled=false
    }
    Meters all = new Meters(meters, context);
    new PollMeters(meters, context).register(config.poll());
    for (SinkConfig sink : config.deliver().sinks()) {
      all.registerDeliveries(sink.name());
    }
    context.getRegistry().findByType(ConditionHealthCheck.class).forEach(all::registerHealth);
  }

  private void registerDeliveries(String sink) {
    register(sink, "delivered", all -> all.delivered(sink));
    register(sink, "undelivered", all -> all.undelivered(sink));
  }

  private void register(String sink, String outcome, ToDoubleFunction<DeliveryOutcomes> count) {
    DeliveryOutcomes deliveries = context.getRegistry().findSingleByType(DeliveryOutcomes.class);
    FunctionCounter.builder("evcharging.deliveries", deliveries, count)
        .description("Observations, by sink and how their delivery ended")
        .tag("sink", sink)
        .tag("outcome", outcome)
        .register(meters);
  }

  private void registerHealth(ConditionHealthCheck check) {
    Gauge.builder("evcharging.health", check, some -> some.condition().read().well() ? 1 : 0)
        .description("1 where all is well, 0 where it is not")
        .tag("check", check.condition().name())
        .register(meters);
  }
}
