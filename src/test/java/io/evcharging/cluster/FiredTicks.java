package io.evcharging.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What PostgreSQL itself has seen, written down by triggers of its own: each tick that Quartz has
 * fired, with its node, and each turn that the plan has given to a vehicle.
 */
final class FiredTicks implements AutoCloseable {

  private static final String LISTEN =
      """
      create table seen_tick (
        node text not null, source text not null, due bigint not null, recovered boolean not null);
      create function see_tick() returns trigger as $$ begin
        insert into seen_tick values (
          new.instance_name, new.job_name, new.sched_time, new.trigger_group = 'RECOVERING_JOBS');
        return null;
      end $$ language plpgsql;
      create trigger see_tick after update on evcharging_qrtz_fired_triggers
        for each row when (new.state = 'EXECUTING') execute function see_tick();
      create table seen_turn (vehicle text not null, at bigint not null);
      create function see_turn() returns trigger as $$ begin
        insert into seen_turn values (new.vehicle_id, new.tick_millis);
        return null;
      end $$ language plpgsql;
      create trigger see_first after insert on evcharging_pace
        for each row execute function see_turn();
      create trigger see_turn after update on evcharging_pace
        for each row when (new.tick_millis <> old.tick_millis) execute function see_turn();
      """;

  private final Connection connection;

  /** One tick that was fired. */
  record Tick(String node, String source, long due, boolean recovered) {}

  private FiredTicks(Connection connection) {
    this.connection = connection;
  }

  /** Sees all from now on, in a database that has the tables. */
  static FiredTicks of(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
    FiredTicks seen = new FiredTicks(connection);
    seen.execute(LISTEN);
    return seen;
  }

  /** Whatever else a test does to the tables. */
  int execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql) ? 0 : statement.getUpdateCount();
    }
  }

  /** Those of one schedule, in their order. */
  synchronized List<Tick> fired(String source) throws SQLException {
    List<Tick> ticks = new ArrayList<>();
    String sql = "select * from seen_tick where source = '" + source + "' order by due";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ticks.add(
            new Tick(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4)));
      }
    }
    return ticks;
  }

  /**
   * Which node has taken the next tick of a schedule, and has not fired it yet; empty when none.
   */
  synchronized String holder(String source) throws SQLException {
    String sql =
        "select instance_name from evcharging_qrtz_fired_triggers where state = 'ACQUIRED'"
            + " and trigger_name = '%s'".formatted(source);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /** How many turns each vehicle has had. */
  synchronized Map<String, Long> turns() throws SQLException {
    List<String> vehicles = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select vehicle from seen_turn")) {
      while (rows.next()) {
        vehicles.add(rows.getString(1));
      }
    }
    return vehicles.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
