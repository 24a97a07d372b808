package io.evcharging.standalone;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.poll.PollOutcome;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.source.ChargeSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * Shows at the HTTP door how polls and deliveries end: {@code evcharging_polls_total} by source and
 * outcome, {@code evcharging_deliveries_total} by sink and outcome. No vehicle is a label: their
 * number has no bound.
 */
final class OutcomeMeters {

  private OutcomeMeters() {}

  /** Registers a counter for each source that is switched on and for each sink. */
  static void register(CamelContext context, EvChargingConfig config) {
    MeterRegistry meters = context.getRegistry().findSingleByType(MeterRegistry.class);
    if (meters == null) {
      return; // camel.metrics.enabled=false
    }
    PollOutcomes polls = context.getRegistry().findSingleByType(PollOutcomes.class);
    DeliveryOutcomes deliveries = context.getRegistry().findSingleByType(DeliveryOutcomes.class);
    for (ChargeSource source : ChargeSource.values()) {
      if (config.poll().enabled(source)) {
        registerPolls(meters, polls, source);
      }
    }
    for (SinkConfig sink : config.deliver().sinks()) {
      registerDeliveries(meters, deliveries, sink.name());
    }
  }

  private static void registerPolls(MeterRegistry meters, PollOutcomes polls, ChargeSource source) {
    for (PollOutcome outcome : PollOutcome.values()) {
      FunctionCounter.builder("evcharging.polls", polls, all -> all.of(source.id(), outcome))
          .description("Polls, by what was polled and how it ended")
          .tag("source", source.id())
          .tag("outcome", outcome.label())
          .register(meters);
    }
  }

  private static void registerDeliveries(
      MeterRegistry meters, DeliveryOutcomes deliveries, String sink) {
    register(meters, deliveries, sink, "delivered", all -> all.delivered(sink));
    register(meters, deliveries, sink, "undelivered", all -> all.undelivered(sink));
  }

  private static void register(
      MeterRegistry meters,
      DeliveryOutcomes deliveries,
      String sink,
      String outcome,
      ToDoubleFunction<DeliveryOutcomes> count) {
    FunctionCounter.builder("evcharging.deliveries", deliveries, count)
        .description("Observations, by sink and how their delivery ended")
        .tag("sink", sink)
        .tag("outcome", outcome)
        .register(meters);
  }
}
