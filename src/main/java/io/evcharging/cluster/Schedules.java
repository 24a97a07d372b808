package io.evcharging.cluster;

import io.evcharging.state.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz's own cluster on the shared tables: of all nodes one fires each tick. */
public final class Schedules {

  private static final String PREFIX = "org.quartz.";

  private Schedules() {}

  /**
   * A component for schedules that many nodes share.
   *
   * @param state shared
   * @param node the name of this one
   */
  public static QuartzComponent component(State state, String node) {
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
    // A dead node is noticed after this and 7.5 seconds of Quartz's own.
    settings.put("jobStore.clusterCheckinInterval", "2000");
    // What is later than that is missed: the routes say what becomes of it.
    settings.put("jobStore.misfireThreshold", "3000");
    QuartzComponent component = new QuartzComponent();
    Map<String, String> properties = new HashMap<>();
    settings.forEach((key, value) -> properties.put(PREFIX + key, value));
    component.setProperties(properties);
    return component;
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
