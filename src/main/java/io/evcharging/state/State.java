package io.evcharging.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of one installation, brought up to date when they are opened. They lie in one H2 file,
 * which one process at a time may have open. The SQL in this package is what H2 and PostgreSQL both
 * understand.
 */
public final class State implements AutoCloseable {

  private static final String SCRIPTS = "classpath:io/evcharging/state";
  private static final String HISTORY = "evcharging_schema_history";
  private static final int CONNECTIONS = 4;
  private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

  /**
   * Written when it is committed, not half a second later: a killed process has forgotten nothing.
   */
  private static final String H2 =
      "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  private final HikariDataSource connections;
  private final Jdbi jdbi;

  private State(HikariDataSource connections) {
    this.connections = connections;
    this.jdbi = Jdbi.create(connections);
  }

  /**
   * Opens the tables in a folder, or makes them.
   *
   * @param dataDirectory they become {@code <dataDirectory>/state/evcharging.mv.db}
   * @throws StateException when another process has them open, or they cannot be used
   */
  public static State open(Path dataDirectory) {
    Path file = dataDirectory.toAbsolutePath().normalize().resolve("state").resolve("evcharging");
    HikariConfig config = new HikariConfig();
    config.setPoolName("evcharging-state");
    config.setJdbcUrl(H2.formatted(file));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    try {
      return migrate(new HikariDataSource(config));
    } catch (RuntimeException e) {
      throw new StateException("the tables in " + file + " cannot be opened: " + rootCause(e), e);
    }
  }

  private static State migrate(HikariDataSource connections) {
    try {
      Flyway.configure(State.class.getClassLoader())
          .dataSource(connections)
          .locations(SCRIPTS)
          .table(HISTORY)
          .load()
          .migrate();
      return new State(connections);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }

  /** For statements and transactions. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Closes the file. */
  @Override
  public void close() {
    connections.close();
  }
}
