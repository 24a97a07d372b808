package io.evcharging;

import io.evcharging.config.DeliverConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.config.SmartcarConfig;
import io.evcharging.config.Vehicles;
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
import io.evcharging.normalise.Normaliser;
import io.evcharging.normalise.ObservationProcessor;
import io.evcharging.poll.BoundedHttpClient;
import io.evcharging.poll.Planner;
import io.evcharging.poll.PollAnswer;
import io.evcharging.poll.PollFailure;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.poll.PollStart;
import io.evcharging.poll.PollSuccess;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.poll.SmartcarRequest;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Service;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.LifecycleStrategySupport;

/** Binds what the routes refer to. A bean that the host has bound under the same name stays. */
final class EvChargingBeans {

  private final CamelContext context;
  private final EvChargingConfig config;
  private final Clock clock;

  EvChargingBeans(CamelContext context, EvChargingConfig config, Clock clock) {
    this.context = context;
    this.config = config;
    this.clock = clock;
  }

  void bind() throws Exception {
    bindPoll(Vehicles.open(config.vehicles()));
    bind("evchargingNormaliser", new ObservationProcessor(new Normaliser()));
    bindDeliver(config.deliver());
    if (config.usesJms()) {
      new JmsSetup(context, config.jms()).addComponent();
    }
  }

  private void bindPoll(Vehicles vehicles) throws Exception {
    SmartcarConfig smartcar = config.smartcar();
    SmartcarRequest request = new SmartcarRequest(smartcar);
    PollOutcomes outcomes = new PollOutcomes();
    bind("evchargingPlanner", new Planner(vehicles));
    bind("evchargingPollStart", new PollStart(vehicles, request));
    bind(
        "evchargingPollAnswer",
        new PollAnswer(request, new SmartcarFailures(clock), clock, config.poll().maxPages()));
    bind("evchargingPollOutcomes", outcomes);
    bind("evchargingPollSuccess", new PollSuccess(outcomes));
    bind("evchargingPollFailure", new PollFailure(outcomes));
    BoundedHttpClient client =
        new BoundedHttpClient(
            smartcar.maxAnswerBytes(),
            smartcar.connectTimeout(),
            smartcar.responseTimeout(),
            clock);
    bind("evchargingSmartcarClient", client);
    context.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopping(CamelContext stopping) {
            client.stop();
          }
        });
  }

  private void bindDeliver(DeliverConfig deliver) throws Exception {
    bind("evchargingSinks", new Sinks(deliver.sinks().stream().map(SinkConfig::name).toList()));
    bind("evchargingRedeliveryPolicy", redeliveryPolicy(deliver));
    bind("evchargingDeliveryStart", new Delivery.Start());
    DeliveryOutcomes outcomes = new DeliveryOutcomes();
    bind("evchargingDeliveryAttempt", new DeliveryAttempt(template(), outcomes));
    bind("evchargingDeliveryOutcomes", outcomes);
    bind(
        "evchargingUndelivered",
        new Undelivered(config.dataDirectory().resolve("undelivered"), outcomes));
    for (SinkConfig sink : deliver.sinks()) {
      bind("evchargingDelivered-" + sink.name(), delivered(sink.name()));
    }
    bindFile(deliver);
    bindRest(deliver);
    bind("evchargingJmsProperties", new JmsProperties());
  }

  /** Only for whoever has this sink: it makes its folder at start. */
  private void bindFile(DeliverConfig deliver) throws Exception {
    if (deliver.hasSink("file")) {
      bind(
          "evchargingFile",
          new ObservationFile(deliver.file().directory(), deliver.file().maxBytes(), clock));
    }
  }

  private void bindRest(DeliverConfig deliver) throws Exception {
    Duration timeout = deliver.rest().timeout();
    bind(
        "evchargingRestClient",
        new BoundedHttpClient(config.smartcar().maxAnswerBytes(), timeout, timeout, clock));
    bind("evchargingRestHeaders", new RestHeaders(deliver.rest().headers()));
  }

  private ProducerTemplate template() throws Exception {
    ProducerTemplate template = context.createProducerTemplate();
    context.addService(template);
    return template;
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

  private void bind(String name, Object bean) throws Exception {
    if (context.getRegistry().lookupByName(name) == null) {
      context.getRegistry().bind(name, bean);
      if (bean instanceof Service) {
        context.addService(bean);
      }
    }
  }
}
