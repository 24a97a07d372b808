package io.evcharging.cluster;

import io.evcharging.config.ClusterConfig;
import io.evcharging.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.quartz.Scheduler;
import org.quartz.impl.SchedulerRepository;

/** One of many nodes, in this process: a context with a folder of its own. */
final class ContextNode implements AutoCloseable {

  private final TestContext context;

  private ContextNode(TestContext context) {
    this.context = context;
  }

  /**
   * Not started yet.
   *
   * @param directory its own
   * @param tables the URL of PostgreSQL, or of what stands before it
   * @param broker the URL of Artemis, or of what stands before it
   */
  static ContextNode in(Path directory, String tables, String broker) throws Exception {
    TestContext context =
        TestContext.in(Files.createDirectories(directory))
            .with("evcharging.cluster.enabled", "true")
            .with("evcharging.state.url", tables)
            .with("evcharging.state.user", "postgres")
            .with("evcharging.state.password", "postgres")
            .with("evcharging.state.connect-timeout", "1s")
            .with("evcharging.state.statement-timeout", "2s")
            .with("evcharging.state.socket-timeout", "2s")
            .with("evcharging.jms.broker-url", broker)
            .with("evcharging.polls", ClusterConfig.POLLS)
            .with("evcharging.observations", "evcharging-jms:topic:evcharging.observations")
            .with("evcharging.deliver.repeat-unchanged", "true");
    context.camel().setNameStrategy(new ExplicitCamelContextNameStrategy("evcharging"));
    context.camel().disableJMX(); // which would give the second one another name
    return new ContextNode(context);
  }

  ContextNode with(String key, Object value) {
    context.with("evcharging." + key, value.toString());
    return this;
  }

  /** As if it were alone in its process: schedulers of one name would be one. */
  ContextNode start() throws Exception {
    context.start();
    Scheduler own = scheduler();
    SchedulerRepository.getInstance().remove(own.getSchedulerName());
    return this;
  }

  TestContext context() {
    return context;
  }

  Scheduler scheduler() {
    return context
        .camel()
        .getComponent("quartz", org.apache.camel.component.quartz.QuartzComponent.class)
        .getScheduler();
  }

  Watch watch() {
    return context.bean("evchargingClusterWatch", Watch.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
