package io.evcharging.standalone;

import io.evcharging.config.DeliverConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.deliver.SinkState;
import io.evcharging.deliver.SinkStates;
import io.evcharging.operate.Backlogs;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** How deliveries end, what waits for each sink and since when. */
final class SinkMeters {

  private final MeterRegistry meters;
  private final DeliveryOutcomes deliveries;
  private final SinkStates states;
  private final Backlogs backlogs;

  SinkMeters(MeterRegistry meters, CamelContext context) {
    Registry beans = context.getRegistry();
    this.meters = meters;
    this.deliveries = beans.findSingleByType(DeliveryOutcomes.class);
    this.states = beans.findSingleByType(SinkStates.class);
    this.backlogs = beans.findSingleByType(Backlogs.class);
  }

  void register(DeliverConfig config) {
    for (SinkConfig sink : config.sinks()) {
      register(sink.name());
    }
  }

  private void register(String sink) {
    registerOutcome(sink, "delivered", all -> all.delivered(sink));
    registerOutcome(sink, "undelivered", all -> all.undelivered(sink));
    registerOutcome(sink, "dropped", all -> all.dropped(sink));
    Gauge.builder("evcharging.backlog", backlogs, all -> known(all.waiting(sink)))
        .description("Observations that wait for a sink; NaN where the broker does not say")
        .tag("sink", sink)
        .register(meters);
    Gauge.builder("evcharging.backlog.age", states.of(sink), SinkMeters::age)
        .description("How long ago the oldest was accepted that a sink has not had")
        .baseUnit("seconds")
        .tag("sink", sink)
        .register(meters);
    Gauge.builder("evcharging.dead.letters", backlogs, all -> known(all.undelivered(sink)))
        .description("Observations that are kept because a sink would not take them")
        .tag("sink", sink)
        .register(meters);
  }

  private void registerOutcome(
      String sink, String outcome, ToDoubleFunction<DeliveryOutcomes> count) {
    FunctionCounter.builder("evcharging.deliveries", deliveries, count)
        .description("Observations, by sink and how their delivery ended")
        .tag("sink", sink)
        .tag("outcome", outcome)
        .register(meters);
  }

  private static double age(SinkState state) {
    return state
        .oldest()
        .map(oldest -> Math.max(0, Duration.between(oldest, Instant.now()).toMillis()) / 1e3)
        .orElse(0.0);
  }

  private static double known(long count) {
    return count < 0 ? Double.NaN : count;
  }
}
