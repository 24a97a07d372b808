package io.evcharging;

import io.evcharging.config.DeliverConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.DeliveredIds;
import io.evcharging.deliver.Delivery;
import io.evcharging.deliver.DeliveryAttempt;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.deliver.JmsProperties;
import io.evcharging.deliver.NothingRemembered;
import io.evcharging.deliver.ObservationFile;
import io.evcharging.deliver.RestHeaders;
import io.evcharging.deliver.Sinks;
import io.evcharging.deliver.Undelivered;
import io.evcharging.poll.BoundedHttpClient;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.IdempotentRepository;

/** What the routes of {@code deliver*.camel.yaml} refer to. */
final class DeliverBeans {

  private final Binder binder;
  private final EvChargingConfig config;
  private final Clock clock;

  DeliverBeans(Binder binder, EvChargingConfig config, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.clock = clock;
  }

  void bind() throws Exception {
    DeliverConfig deliver = config.deliver();
    binder.bind(
        "evchargingSinks", new Sinks(deliver.sinks().stream().map(SinkConfig::name).toList()));
    binder.bind("evchargingRedeliveryPolicy", redeliveryPolicy(deliver));
    binder.bind("evchargingDeliveryStart", new Delivery.Start());
    DeliveryOutcomes outcomes = new DeliveryOutcomes();
    binder.bind("evchargingDeliveryAttempt", new DeliveryAttempt(binder.template(), outcomes));
    binder.bind("evchargingDeliveryOutcomes", outcomes);
    binder.bind(
        "evchargingUndelivered",
        new Undelivered(config.dataDirectory().resolve("undelivered"), outcomes));
    for (SinkConfig sink : deliver.sinks()) {
      binder.bind("evchargingDelivered-" + sink.name(), delivered(sink.name()));
    }
    bindFile(deliver);
    bindRest(deliver);
    binder.bind("evchargingJmsProperties", new JmsProperties());
  }

  /** Only for whoever has this sink: it makes its folder at start. */
  private void bindFile(DeliverConfig deliver) throws Exception {
    if (deliver.hasSink("file")) {
      binder.bind(
          "evchargingFile",
          new ObservationFile(deliver.file().directory(), deliver.file().maxBytes(), clock));
    }
  }

  private void bindRest(DeliverConfig deliver) throws Exception {
    Duration timeout = deliver.rest().timeout();
    binder.bind(
        "evchargingRestClient",
        new BoundedHttpClient(config.smartcar().maxAnswerBytes(), timeout, timeout, clock));
    binder.bind("evchargingRestHeaders", new RestHeaders(deliver.rest().headers()));
  }

  private static RedeliveryPolicy redeliveryPolicy(DeliverConfig deliver) {
    RedeliveryPolicy policy = new RedeliveryPolicy();
    policy.setMaximumRedeliveries(deliver.retries());
    policy.setRedeliveryDelay(deliver.retryDelay().toMillis());
    policy.setMaximumRedeliveryDelay(deliver.retryDelayMax().toMillis());
    policy.setUseExponentialBackOff(true);
    policy.setUseCollisionAvoidance(true);
    // What is still queued at the end is tried once, then kept as a file.
    policy.setAllowRedeliveryWhileStopping(false);
    policy.setLogRetryAttempted(false);
    policy.setLogExhausted(false);
    return policy;
  }

  private IdempotentRepository delivered(String sink) {
    return config.deliver().repeatUnchanged()
        ? new NothingRemembered()
        : new DeliveredIds(
            config.dataDirectory().resolve("delivered").resolve(sink + ".ids"),
            config.deliver().repeatMemory());
  }
}
