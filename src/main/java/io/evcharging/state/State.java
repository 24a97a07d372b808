package io.evcharging.state;

import io.evcharging.config.StateConfig;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of one installation, brought up to date when they are opened. They lie in one H2 file,
 * which one process at a time may have open, or in a PostgreSQL, which many can share. The SQL on
 * them is what both understand.
 */
public final class State implements AutoCloseable {

  private static final String HISTORY = "evcharging_schema_history";
  private static final int CONNECTIONS = 4;
  private static final int CONNECTION_TIMEOUT_SECONDS = 10;

  /**
   * Written when it is committed, not half a second later: a killed process has forgotten nothing.
   */
  private static final String H2 =
      "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
          + ";TRACE_LEVEL_FILE=0";

  private final DataSource connections;
  private final Runnable end;
  private final boolean shared;
  private final Jdbi jdbi;

  private State(DataSource connections, Runnable end, boolean shared) {
    this.connections = connections;
    this.end = end;
    this.shared = shared;
    this.jdbi = Jdbi.create(connections);
  }

  /**
   * Opens the tables where the configuration says, or makes them.
   *
   * @param config checked
   * @param dataDirectory for the embedded file
   * @throws StateException when they cannot be used
   */
  public static State open(StateConfig config, Path dataDirectory) {
    return config.shared() ? postgres(config) : open(dataDirectory);
  }

  private static State postgres(StateConfig config) {
    try {
      PostgresPool pool = PostgresPool.open(config);
      return migrate(pool.connections(), pool::close, true);
    } catch (RuntimeException e) {
      throw new StateException(
          "the tables that evcharging.state.url names cannot be opened: %s; %s"
              .formatted(rootCause(e), config),
          e);
    }
  }

  /**
   * Opens the tables in a folder, or makes them.
   *
   * @param dataDirectory they become {@code <dataDirectory>/state/evcharging.mv.db}
   * @throws StateException when another process has them open, or they cannot be used
   */
  public static State open(Path dataDirectory) {
    Path file = dataDirectory.toAbsolutePath().normalize().resolve("state").resolve("evcharging");
    JdbcConnectionPool connections = JdbcConnectionPool.create(H2.formatted(file), "", "");
    connections.setMaxConnections(CONNECTIONS);
    connections.setLoginTimeout(CONNECTION_TIMEOUT_SECONDS);
    try {
      return migrate(connections, connections::dispose, false);
    } catch (RuntimeException e) {
      throw new StateException("the tables in " + file + " cannot be opened: " + rootCause(e), e);
    }
  }

  private static State migrate(DataSource connections, Runnable end, boolean shared) {
    try {
      migrate(connections);
    } catch (RuntimeException e) {
      end.run();
      throw e;
    }
    return new State(connections, end, shared);
  }

  private static void migrate(DataSource connections) {
    if (Scripts.areAllApplied(connections, HISTORY)) {
      return;
    }
    Flyway.configure(State.class.getClassLoader())
        .dataSource(connections)
        .locations(Scripts.FOLDER)
        .table(HISTORY)
        .load()
        .migrate();
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

  /** The connections themselves, for engines that bring their own statements. */
  public DataSource connections() {
    return connections;
  }

  /** Whether other processes may use the tables at the same time. */
  public boolean shared() {
    return shared;
  }

  /** Closes the file, or the connections. */
  @Override
  public void close() {
    end.run();
  }
}
