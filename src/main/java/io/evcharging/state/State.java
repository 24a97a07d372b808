package io.evcharging.state;

import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
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
  private static final int CONNECTION_TIMEOUT_SECONDS = 10;

  /**
   * Written when it is committed, not half a second later: a killed process has forgotten nothing.
   */
  private static final String H2 =
      "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  private final JdbcConnectionPool connections;
  private final Jdbi jdbi;

  private State(JdbcConnectionPool connections) {
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
    JdbcConnectionPool connections = JdbcConnectionPool.create(H2.formatted(file), "", "");
    connections.setMaxConnections(CONNECTIONS);
    connections.setLoginTimeout(CONNECTION_TIMEOUT_SECONDS);
    try {
      return migrate(connections);
    } catch (RuntimeException e) {
      connections.dispose();
      throw new StateException("the tables in " + file + " cannot be opened: " + rootCause(e), e);
    }
  }

  private static State migrate(JdbcConnectionPool connections) {
    Flyway.configure(State.class.getClassLoader())
        .dataSource(connections)
        .locations(SCRIPTS)
        .table(HISTORY)
        .load()
        .migrate();
    return new State(connections);
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
    connections.dispose();
  }
}
