package io.evcharging.testing;

import io.evcharging.config.StateConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL process on loopback, one for all tests; each test has a database of its own. */
public final class TestPostgres {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestPostgres() {}

  private static final class Once {
    static final EmbeddedPostgres PROCESS = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres started = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
        return started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres process) {
      try {
        process.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new, empty database. */
  public static String url() {
    String name = "test" + NEXT.incrementAndGet();
    try (Connection admin = Once.PROCESS.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:" + Once.PROCESS.getPort() + "/" + name;
  }

  /** The tables in a new, empty database. */
  public static StateConfig config() {
    return config(url());
  }

  /** The tables in a database. */
  public static StateConfig config(String url) {
    return new StateConfig(
        url,
        "postgres",
        "postgres",
        10,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15));
  }
}
