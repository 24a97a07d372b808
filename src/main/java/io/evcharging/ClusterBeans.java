package io.evcharging;

import io.evcharging.cluster.Schedules;
import io.evcharging.cluster.Watch;
import io.evcharging.command.Commanding;
import io.evcharging.command.Sharing;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.operate.BrokerCondition;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.upstream.Planning;
import io.evcharging.upstream.SharedPlan;
import io.evcharging.upstream.Suspensions;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * What makes a process one of many nodes; nothing where {@code evcharging.cluster.enabled} is not
 * set.
 */
final class ClusterBeans {

  private static final String QUARTZ = "quartz";
  private static final List<String> PAUSED = List.of("evcharging-poll", "evcharging-command-jms");

  private final CamelContext context;
  private final Binder binder;
  private final EvChargingConfig config;
  private @Nullable Nodes nodes;
  private @Nullable Watch watch;

  ClusterBeans(CamelContext context, Binder binder, EvChargingConfig config) {
    this.context = context;
    this.binder = binder;
    this.config = config;
  }

  /** Before the others: who this is, and how it ticks. */
  @Nullable Nodes open(State state) throws Exception {
    if (!config.cluster().enabled()) {
      return null;
    }
    Nodes opened = new Nodes(state, name());
    opened.beat();
    nodes = opened;
    if (context.hasComponent(QUARTZ) == null) {
      context.addComponent(QUARTZ, Schedules.component(state, opened.me(), this::isOurs));
    }
    binder.whenStopping(this::standBy);
    return opened;
  }

  /** Whether a source's schedule is one that this start would make, too. */
  private boolean isOurs(String name, TimeZone zone) {
    return ChargeSource.byId(name)
        .map(
            source ->
                config.poll().enabled(source)
                    && zone.equals(TimeZone.getTimeZone(config.poll().timeZone())))
        .orElse(true); // none of a source
  }

  /** No other node has it, nor this one after its next start. */
  private static String name() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      host = "node";
    }
    String random = UUID.randomUUID().toString().substring(0, 8);
    String name = host.substring(0, Math.min(host.length(), 60));
    return name + "-" + ManagementFactory.getRuntimeMXBean().getPid() + "-" + random;
  }

  Sharing sharing() {
    return nodes == null ? Sharing.NONE : new Sharing(nodes, this::cutOff);
  }

  boolean isCutOff() {
    return cutOff().isPresent();
  }

  private Optional<String> cutOff() {
    return watch == null ? Optional.empty() : watch.cutOff();
  }

  /** After the others: they are told what other nodes have done. */
  void watch(@Nullable Component jms) throws Exception {
    if (nodes == null || !(jms instanceof JmsComponent broker)) {
      return; // the configuration demands a broker
    }
    Suspensions suspensions = binder.bound("evchargingSuspensions", Suspensions.class);
    Commanding commanding = binder.bound("evchargingCommanding", Commanding.class);
    Watch watching =
        new Watch(
            context,
            nodes,
            List.of(suspensions::refresh, commanding::refresh),
            new BrokerCondition(
                broker.getConfiguration().getConnectionFactory(), binder.scheduler()),
            new RoutesWork());
    watch = watching;
    binder.bind("evchargingClusterWatch", watching);
    binder.bind("evchargingHealth-cluster", new ConditionHealthCheck(watching));
    if (binder.bound("evchargingPlan", Planning.class) instanceof SharedPlan plan) {
      Future<?> unused =
          binder.scheduler().scheduleWithFixedDelay(new Telling(plan), 1, 1, TimeUnit.SECONDS);
    }
  }

  /** The other nodes have the ticks; the routes finish what they have. */
  private void standBy() {
    try {
      Scheduler ticking = scheduler();
      if (ticking != null) { // it is stopped already
        ticking.standby();
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Scheduler scheduler() {
    return context.getComponent(QUARTZ, QuartzComponent.class).getScheduler();
  }

  /**
   * Polls stay in their queue, and ticks with the other nodes. The consumers alone are suspended:
   * to suspend a route is to wait for what it has under way, and to shut its consumer down for good
   * when a car takes longer than that.
   */
  private final class RoutesWork implements Watch.Work {

    @Override
    public void pause() throws Exception {
      Scheduler ticking = running();
      if (ticking != null) {
        if (!ticking.isInStandbyMode()) {
          ticking.standby();
        }
        for (String route : PAUSED) {
          Consumer consumer = consumer(route);
          if (consumer != null && ServiceHelper.isStarted(consumer)) {
            boolean unused = ServiceHelper.suspendService(consumer);
          }
        }
      }
    }

    @Override
    public void resume() throws Exception {
      Scheduler ticking = running();
      if (ticking != null) {
        ticking.start();
        for (String route : PAUSED) {
          Consumer consumer = consumer(route);
          if (consumer != null && ServiceHelper.isSuspended(consumer)) {
            boolean unused = ServiceHelper.resumeService(consumer);
          }
        }
      }
    }

    private @Nullable Scheduler running() {
      return context.getStatus().isStarted() ? scheduler() : null;
    }

    /** None, where the route is switched off. */
    private @Nullable Consumer consumer(String id) {
      Route route = context.getRoute(id);
      return route == null ? null : route.getConsumer();
    }
  }

  /** What could not be told is told later. */
  private record Telling(SharedPlan plan) implements Runnable {
    @Override
    public void run() {
      try {
        plan.tell();
      } catch (RuntimeException cutOff) {
        // The watch says so.
      }
    }
  }
}
