package io.evcharging;

import io.evcharging.config.JmsConfig;
import io.evcharging.deliver.ArtemisKeeper;
import io.evcharging.deliver.BoundedSends;
import io.evcharging.deliver.JournalQueues;
import io.evcharging.deliver.SinkQueues;
import io.evcharging.deliver.SinkStates;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Connects to the JMS broker: always through a pool, which makes it eight times as fast. */
final class JmsSetup {

  static final String COMPONENT = "evcharging-jms";
  private static final String CONNECTION_FACTORY = "evchargingConnectionFactory";

  private final CamelContext context;
  private final JmsConfig config;
  private @Nullable BoundedSends sends;

  JmsSetup(CamelContext context, JmsConfig config) {
    this.context = context;
    this.config = config;
  }

  /**
   * Adds the component, on the host's connection factory where there is one under our name.
   *
   * @param jms without one yet
   */
  void addComponent(JmsComponent jms) throws Exception {
    if (context.hasComponent(COMPONENT) == null) {
      ConnectionFactory own = ofTheHost();
      ConnectionFactory factory = own == null ? pool(config.brokerUrl()) : own;
      jms.setConnectionFactory(factory);
      jms.setTemplateConnectionFactory(sends().around(factory));
      context.addComponent(COMPONENT, jms);
    }
  }

  private BoundedSends sends() throws Exception {
    if (sends == null) {
      sends = new BoundedSends(callTimeout(), new Binder(context)::scheduler);
      context.addService(sends);
    }
    return sends;
  }

  /** A send may take as long as any other call. */
  private Duration callTimeout() {
    try (ActiveMQConnectionFactory artemis = artemis()) {
      return Duration.ofMillis(artemis.getCallTimeout());
    }
  }

  /**
   * For the polls of many nodes: one message at a time, so that the others lie at the broker until
   * any node is free.
   */
  ConnectionFactory forPolls() throws Exception {
    ConnectionFactory factory = ofTheHost();
    return factory == null ? pool(BrokerUrl.oneByOne(config.brokerUrl())) : factory;
  }

  /** The sinks' queues at the broker. */
  SinkQueues queues(String topic, List<String> sinks, Clock clock) throws Exception {
    ConnectionFactory factory = ofTheHost();
    if (factory != null && !(factory instanceof ActiveMQConnectionFactory)) {
      return new JournalQueues(factory, topic, sinks, new NothingKnown());
    }
    ActiveMQConnectionFactory artemis =
        factory instanceof ActiveMQConnectionFactory own ? own : artemis();
    if (factory == null) {
      whenStopped(artemis::close);
    }
    return new JournalQueues(
        artemis, topic, sinks, new ArtemisKeeper(artemis, sends().around(artemis), topic, clock));
  }

  private @Nullable ConnectionFactory ofTheHost() {
    return context.getRegistry().lookupByNameAndType(CONNECTION_FACTORY, ConnectionFactory.class);
  }

  private ActiveMQConnectionFactory artemis() {
    return artemis(config.brokerUrl());
  }

  private ActiveMQConnectionFactory artemis(String url) {
    return new ActiveMQConnectionFactory(BrokerUrl.bounded(url), config.user(), config.password());
  }

  private ConnectionFactory pool(String url) throws Exception {
    JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(artemis(url));
    pool.setMaxConnections(config.connections());
    whenStopped(pool::stop);
    return pool;
  }

  private void whenStopped(Runnable close) throws Exception {
    context.addService(
        new ServiceSupport() {
          @Override
          protected void doStop() {
            close.run();
          }
        });
  }

  /** A broker that is none of Artemis: JMS has no question for it. */
  private static final class NothingKnown implements JournalQueues.QueueKeeper {
    @Override
    public void retireOthers(List<String> sinks) {
      // Whoever removes a sink unsubscribes it.
    }

    @Override
    public long waiting(String queue) {
      return SinkStates.UNKNOWN;
    }

    @Override
    public Map<String, Long> dropOldest(List<String> sinks) {
      return Map.of();
    }
  }
}
