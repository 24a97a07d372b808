package io.evcharging.config;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are: in an embedded H2 file, or in a PostgreSQL that many nodes can share.
 *
 * @param url {@code null} for the file in the data directory, else a JDBC URL of PostgreSQL
 * @param user {@code null} for none
 * @param password {@code null} for none, a secret
 * @param connections the most at once
 * @param connectTimeout of one connection, and how long a statement waits for a free one
 * @param statementTimeout after which PostgreSQL gives a statement up
 * @param socketTimeout after which a connection that says nothing counts as broken
 */
public record StateConfig(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    int connections,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration socketTimeout) {

  static final String URL = "evcharging.state.url";

  /** Without a login: a URL is shown. */
  private static final Pattern POSTGRESQL =
      Pattern.compile("jdbc:postgresql:(?!.*[?&](user|password)=)\\S+");

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  static StateConfig read(Values values) {
    String url =
        values.optional(URL) == null
            ? null
            : values.matching(
                URL,
                POSTGRESQL,
                "nothing, or PostgreSQL's URL without user and password,"
                    + " jdbc:postgresql://host:5432/database");
    Duration statement = values.duration("evcharging.state.statement-timeout", SHORTEST, LONGEST);
    return new StateConfig(
        url,
        values.optional("evcharging.state.user"),
        values.optional(Keys.STATE_PASSWORD),
        values.count("evcharging.state.connections", 2, 1000),
        values.duration("evcharging.state.connect-timeout", SHORTEST, LONGEST),
        statement,
        values.duration("evcharging.state.socket-timeout", statement, LONGEST));
  }

  /**
   * Reads its own keys alone.
   *
   * @param settings the values in force
   * @throws ConfigurationException with all faults
   */
  public static StateConfig of(Settings settings) {
    Values values = new Values(settings, Surroundings.unseen(true));
    StateConfig read = read(values);
    values.throwIfFaulty();
    return read;
  }

  /** Whether other processes can use the tables too. */
  public boolean shared() {
    return url != null;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "StateConfig[url=%s, user=%s, password=hidden]"
        .formatted(url == null ? "embedded" : Redacted.uri(url), user);
  }
}
