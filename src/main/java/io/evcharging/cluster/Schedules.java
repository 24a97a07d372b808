package io.evcharging.cluster;

import io.evcharging.config.PollConfig;
import io.evcharging.config.SourceConfig;
import io.evcharging.state.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BiPredicate;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Quartz's own cluster on the shared tables: of all nodes one fires each tick. */
public final class Schedules {

  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private static final String PREFIX = "org.quartz.";

  /** Of all schedules of ours, as the routes have it. */
  private static final String GROUP = "evcharging";

  /** The schedule of those that wait, and one for routes of the user's own. */
  private static final int OTHERS = 2;

  private Schedules() {}

  /**
   * A component for schedules of one process, with no more threads than can be at work.
   *
   * @param poll checked; no source begins a tick while its last one is under way
   */
  public static QuartzComponent component(PollConfig poll) {
    long sources = poll.sources().values().stream().filter(SourceConfig::enabled).count();
    Map<String, String> settings = new HashMap<>();
    settings.put("scheduler.instanceName", "evcharging");
    settings.put("threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.put("threadPool.threadCount", String.valueOf(sources + OTHERS));
    settings.put("threadPool.threadsInheritContextClassLoaderOfInitializingThread", "true");
    settings.put("jobStore.class", "org.quartz.simpl.RAMJobStore");
    settings.put("jobStore.misfireThreshold", "60000");
    return configured(new QuartzComponent(), settings);
  }

  /**
   * A component for schedules that many nodes share.
   *
   * @param state shared
   * @param node the name of this one
   * @param wanted by name and zone, which schedules of the tables still are: those of sources that
   *     have been switched off are forgotten, or Quartz would fire them for nobody; those of
   *     another zone are made anew, as Camel compares expressions alone
   */
  public static QuartzComponent component(
      State state, String node, BiPredicate<String, TimeZone> wanted) {
    String source = "evcharging-" + node;
    DBConnectionManager.getInstance().addConnectionProvider(source, new Connections(state));
    Map<String, String> settings = new HashMap<>();
    settings.put("scheduler.instanceName", "evcharging");
    settings.put("scheduler.instanceId", node);
    // New triggers of other nodes are seen as soon.
    settings.put("scheduler.idleWaitTime", "5000");
    settings.put("threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.put("threadPool.threadCount", "5");
    settings.put("jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    settings.put("jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.put("jobStore.dataSource", source);
    settings.put("jobStore.tablePrefix", "evcharging_qrtz_");
    settings.put("jobStore.useProperties", "true");
    settings.put("jobStore.isClustered", "true");
    // Without it a node may fire what another one has fired since it looked: Quartz compares
    // states, not times.
    settings.put("jobStore.acquireTriggersWithinLock", "true");
    // A dead node is noticed after this and 7.5 seconds of Quartz's own.
    settings.put("jobStore.clusterCheckinInterval", "2000");
    // What is later than that is missed: the routes say what becomes of it.
    settings.put("jobStore.misfireThreshold", "3000");
    return configured(new Component(wanted), settings);
  }

  private static QuartzComponent configured(
      QuartzComponent component, Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach((key, value) -> properties.put(PREFIX + key, value));
    component.setProperties(properties);
    return component;
  }

  /** Forgets before the routes begin: they find what is there, and leave it as it is. */
  private static final class Component extends QuartzComponent {

    private final BiPredicate<String, TimeZone> wanted;

    Component(BiPredicate<String, TimeZone> wanted) {
      this.wanted = wanted;
    }

    /**
     * What a node has begun must not keep the others from the next tick: it may have been cut off
     * meanwhile, and wait for its broker. The plan is locked in the tables.
     */
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
        throws Exception {
      if (remaining.startsWith(GROUP + "/")) {
        parameters.remove("stateful");
      }
      return super.createEndpoint(uri, remaining, parameters);
    }

    @Override
    protected void doStart() throws Exception {
      super.doStart();
      forgetAllBut(getScheduler(), wanted);
    }
  }

  private static void forgetAllBut(Scheduler scheduler, BiPredicate<String, TimeZone> wanted)
      throws SchedulerException {
    for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
      if (scheduler.getTrigger(key) instanceof CronTrigger known
          && !wanted.test(key.getName(), known.getTimeZone())) {
        boolean unused = scheduler.unscheduleJob(key);
        LOG.info("the schedule of {} that an earlier start has left is forgotten", key.getName());
      }
    }
  }

  /** The tables' own connections: Quartz brings no pool. */
  private record Connections(State state) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
      return state.connections().getConnection();
    }

    @Override
    public void shutdown() {
      // They end with the tables.
    }

    @Override
    public void initialize() {
      // They are there.
    }
  }
}
