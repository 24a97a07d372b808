package io.evcharging;

import io.evcharging.config.DeliverConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.Acceptance;
import io.evcharging.deliver.BatchConsumers;
import io.evcharging.deliver.ChannelHeaders;
import io.evcharging.deliver.ChannelKey;
import io.evcharging.deliver.DataQuota;
import io.evcharging.deliver.DeadLetterQueue;
import io.evcharging.deliver.DeliveredIds;
import io.evcharging.deliver.Delivery;
import io.evcharging.deliver.DeliveryAttempt;
import io.evcharging.deliver.DeliveryFailures;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.deliver.DeliveryRetry;
import io.evcharging.deliver.HttpSinkUri;
import io.evcharging.deliver.JmsProperties;
import io.evcharging.deliver.MemoryFanOut;
import io.evcharging.deliver.NothingRemembered;
import io.evcharging.deliver.ObservationFile;
import io.evcharging.deliver.RestHeaders;
import io.evcharging.deliver.SinkQueues;
import io.evcharging.deliver.SinkState;
import io.evcharging.deliver.SinkStates;
import io.evcharging.deliver.Undelivered;
import io.evcharging.poll.BoundedHttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;

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

  void bind(SinkQueues queues) throws Exception {
    DeliverConfig deliver = config.deliver();
    List<String> names = deliver.sinks().stream().map(SinkConfig::name).toList();
    DeliveryOutcomes outcomes = new DeliveryOutcomes();
    Acceptance acceptance = new Acceptance(queues, clock);
    binder.bind("evchargingAcceptance", acceptance);
    binder.bind("evchargingChannelKey", new ChannelKey(config.channels().kafka()));
    binder.bind("evchargingChannelHeaders", new ChannelHeaders(config.channels().kafka()));
    binder.bind("evchargingBatchConsumers", new BatchConsumers());
    binder.bind("evchargingAccepted", acceptance.new Done());
    binder.bind("evchargingNotAccepted", acceptance.new Failed());
    // The runner's journal lies in the data directory; others do not.
    Runnable nothing = () -> {};
    binder.bind("evchargingJournalRoom", nothing);
    binder.bind(
        "evchargingDataQuota",
        new DataQuota(
            config.dataDirectory(),
            config.quota(),
            acceptance,
            binder.bound("evchargingJournalRoom", Runnable.class),
            () -> outcomes.dropped(queues.dropOldest()),
            binder::scheduler));
    SinkStates states = new SinkStates(names, this::state, queues::waiting);
    binder.bind("evchargingSinkStates", states);
    binder.bind("evchargingDeliveryRetry", retry(deliver, states));
    binder.bind("evchargingRedeliveryPolicy", redeliveryPolicy());
    binder.bind(
        "evchargingDeliveryAttempt",
        new DeliveryAttempt(
            binder.template(),
            deliver.sinks().stream().collect(Collectors.toMap(SinkConfig::name, SinkConfig::uri)),
            states,
            outcomes));
    binder.bind("evchargingDeliveryOutcomes", outcomes);
    binder.bind("evchargingUndelivered", undelivered(outcomes));
    Processor undelivered = binder.bound("evchargingUndelivered", Processor.class);
    binder.bind("evchargingMemoryFanOut", new MemoryFanOut(names, undelivered, clock));
    for (String sink : names) {
      binder.bind("evchargingDeliveryStart-" + sink, new Delivery.Start(sink, clock));
      binder.bind("evchargingDelivered-" + sink, delivered(sink));
    }
    bindSinks();
  }

  /** What the routes of the built-in sinks themselves refer to. */
  void bindSinks() throws Exception {
    bindFile(config.deliver());
    bindRest(config.deliver());
    bindHttp();
    binder.bind("evchargingJmsProperties", new JmsProperties());
  }

  private SinkState state(String sink) {
    return new SinkState(sink, memory(sink + ".not-before"), clock);
  }

  private Processor undelivered(DeliveryOutcomes outcomes) throws Exception {
    return config.channels().durable()
        ? new DeadLetterQueue(binder.template(), outcomes, clock)
        : new Undelivered(config.dataDirectory().resolve("undelivered"), outcomes);
  }

  private DeliveryRetry retry(DeliverConfig deliver, SinkStates states) {
    return new DeliveryRetry(
        new DeliveryFailures(clock),
        states,
        deliver.sinks().stream().collect(Collectors.toMap(SinkConfig::name, SinkConfig::retryFor)),
        new DeliveryRetry.Waits(
            deliver.retryDelay(),
            deliver.retryDelayMax(),
            deliver.retryDelayRefused(),
            () -> ThreadLocalRandom.current().nextDouble()),
        clock);
  }

  /** Only for whoever has this sink: it makes its folder at start. */
  private void bindFile(DeliverConfig deliver) throws Exception {
    if (deliver.hasSink("file")) {
      binder.bind(
          "evchargingFile",
          new ObservationFile(
              deliver.file().directory(),
              deliver.file().maxBytes(),
              config.channels().durable(),
              clock));
    }
  }

  private void bindRest(DeliverConfig deliver) throws Exception {
    Duration timeout = deliver.rest().timeout();
    binder.bind(
        "evchargingRestClient",
        new BoundedHttpClient(config.smartcar().maxAnswerBytes(), timeout, timeout, clock));
    binder.bind("evchargingRestHeaders", new RestHeaders(deliver.rest().headers()));
  }

  /** For the sinks whose URI is of plain HTTP. */
  private void bindHttp() throws Exception {
    Duration timeout = Duration.ofMillis(HttpSinkUri.TIMEOUT_MILLIS);
    BoundedHttpClient client =
        new BoundedHttpClient(config.smartcar().maxAnswerBytes(), timeout, timeout, clock);
    HttpClientConfigurer bound = client::boundAnswers;
    binder.bind(HttpSinkUri.BOUND, bound);
    binder.bind(
        HttpSinkUri.NO_RETRY, new DefaultHttpRequestRetryStrategy(0, TimeValue.ZERO_MILLISECONDS));
  }

  /** How long to wait, and whether to go on, is decided failure by failure. */
  private static RedeliveryPolicy redeliveryPolicy() {
    RedeliveryPolicy policy = new RedeliveryPolicy();
    policy.setMaximumRedeliveries(-1);
    policy.setMaximumRedeliveryDelay(-1);
    // What has not been delivered at the end stays in its queue, or is kept as a file.
    policy.setAllowRedeliveryWhileStopping(false);
    policy.setLogRetryAttempted(false);
    policy.setLogExhausted(false);
    return policy;
  }

  private IdempotentRepository delivered(String sink) {
    return config.deliver().repeatUnchanged()
        ? new NothingRemembered()
        : new DeliveredIds(memory(sink + ".ids"), config.deliver().repeatMemory());
  }

  private Path memory(String file) {
    return config.dataDirectory().resolve("delivered").resolve(file);
  }
}
