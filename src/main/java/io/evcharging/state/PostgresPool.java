package io.evcharging.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.evcharging.config.StateConfig;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** Connections to PostgreSQL. Apart, as its classes need not be there for the embedded file. */
final class PostgresPool {

  private final HikariDataSource connections;

  private PostgresPool(HikariDataSource connections) {
    this.connections = connections;
  }

  static PostgresPool open(StateConfig config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("evcharging-state");
    pool.setJdbcUrl(Objects.requireNonNull(config.url()));
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(config.connections());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(config.connectTimeout().toMillis());
    pool.setValidationTimeout(Math.min(2000, config.connectTimeout().toMillis()));
    pool.setInitializationFailTimeout(config.connectTimeout().toMillis());
    pool.addDataSourceProperty("connectTimeout", seconds(config.connectTimeout()));
    pool.addDataSourceProperty("loginTimeout", seconds(config.connectTimeout()));
    pool.addDataSourceProperty("socketTimeout", seconds(config.socketTimeout()));
    pool.addDataSourceProperty(
        "options",
        "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(config.statementTimeout().toMillis(), idle(config).toMillis()));
    pool.addDataSourceProperty("ApplicationName", "evcharging");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new PostgresPool(new HikariDataSource(pool));
  }

  /** What a node has locked that has fallen silent is free when the node itself counts as dead. */
  private static Duration idle(StateConfig config) {
    Duration silence = config.socketTimeout();
    return silence.compareTo(Nodes.PATIENCE) < 0 ? silence : Nodes.PATIENCE;
  }

  DataSource connections() {
    return connections;
  }

  void close() {
    connections.close();
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}
