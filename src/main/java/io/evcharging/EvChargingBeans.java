package io.evcharging;

import io.evcharging.archive.NothingArchived;
import io.evcharging.archive.RawArchive;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.deliver.ConsumerThreads;
import io.evcharging.deliver.JournalComponent;
import io.evcharging.deliver.MemoryQueues;
import io.evcharging.deliver.SinkQueues;
import io.evcharging.normalise.Normaliser;
import io.evcharging.normalise.ObservationFigures;
import io.evcharging.normalise.ObservationProcessor;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsComponent;

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
    Vehicles vehicles = Vehicles.open(config.vehicles()); // may refuse: before anything is bound
    Binder binder = new Binder(context);
    binder.bind("evchargingDataLock", new DataLock(config.dataDirectory()));
    State state = State.open(config.state(), config.dataDirectory());
    binder.closeWithContext(state);
    ClusterBeans cluster = new ClusterBeans(context, binder, config);
    Nodes nodes = cluster.open(state);
    new TokenBeans(binder, config, clock).bind(state, nodes);
    new UpstreamBeans(binder, config, vehicles, clock).bind(state, nodes);
    new DiscoverBeans(binder, config, clock).bind(state, nodes);
    new PollBeans(context, binder, config, vehicles, clock).bind(cluster::isCutOff);
    ObservationFigures figures = new ObservationFigures();
    binder.bind("evchargingObservationFigures", figures);
    binder.bind("evchargingRawArchive", rawArchive());
    binder.bind("evchargingNormaliser", new ObservationProcessor(new Normaliser(), figures));
    new CommandBeans(context, binder, config, vehicles, clock).bind(state, cluster.sharing());
    if (config.door().enabled()) {
      new DoorBeans(binder, config, clock).bind(vehicles);
    }
    JmsSetup jms = new JmsSetup(context, config.jms());
    if (config.usesJms()) {
      binder.bind("evchargingConsumerThreads", new ConsumerThreads());
      jms.addComponent(
          config.channels().durable()
              ? new JournalComponent(config.channels().observationsTopic())
              : new JmsComponent());
      if (nodes != null) {
        binder.bind("evchargingPollsConnectionFactory", jms.forPolls());
      }
    }
    SinkQueues queues = queues(jms);
    new DeliverBeans(binder, config, clock).bind(queues);
    new HealthBeans(binder, config, clock).bind(queues, context);
    cluster.watch(context.hasComponent(JmsSetup.COMPONENT));
  }

  private Processor rawArchive() {
    return config.rawArchive().enabled()
        ? new RawArchive(config.rawArchive(), clock)
        : new NothingArchived();
  }

  private SinkQueues queues(JmsSetup jms) throws Exception {
    List<String> sinks = config.deliver().sinks().stream().map(SinkConfig::name).toList();
    return config.channels().durable()
        ? jms.queues(config.channels().observationsTopic(), sinks, clock)
        : new MemoryQueues(context, config.dataDirectory().resolve("undelivered"));
  }
}
