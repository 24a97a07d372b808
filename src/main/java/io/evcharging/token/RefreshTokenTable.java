package io.evcharging.token;

import io.evcharging.state.LookAgain;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.state.Tables;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One row a user, for many nodes: one of them at a time trades a user's tokens, and when it dies
 * before it has the answer, another one does within the minute that the old token still lives. Of
 * two states the newer counts.
 */
public final class RefreshTokenTable implements RefreshTokenStore {

  private static final String LEASE = "refresh-token:";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String HELD = "another node has the user's tokens";

  /** Longer than an answer takes, and a good deal less than the minute. */
  private static final Duration ASKING = Duration.ofSeconds(5);

  private static final long ABANDONED_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

  private static final String VALUES =
      "sequence_number = :sequence, seed = :seed, current_token = :current,"
          + " previous_token = :previous, access_token = :access, obtained_millis = :obtained,"
          + " expires_millis = :expires, asking_since_millis = :asking";

  private final Jdbi jdbi;
  private final Nodes nodes;
  private final Duration patience;
  private final Clock clock;
  private volatile Set<String> abandoned = Set.of();
  private volatile long lookedAt = System.nanoTime() - ABANDONED_AGAIN_NANOS;

  /**
   * Remembers in the tables.
   *
   * @param state shared
   * @param nodes who shares it
   * @param patience how long another node may be at the same user's
   * @param clock says who has asked for long
   */
  public RefreshTokenTable(State state, Nodes nodes, Duration patience, Clock clock) {
    this.jdbi = state.jdbi();
    this.nodes = nodes;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public <T, X extends Exception> T exclusively(String userId, Action<T, X> action)
      throws IOException, X {
    String lease = LEASE + Fingerprint.of(userId);
    take(lease);
    try {
      return action.run();
    } finally {
      release(lease);
    }
  }

  private void take(String lease) throws IOException {
    try {
      LookAgain.until(() -> nodes.take(lease, LONGEST), LOOK_AGAIN, patience, HELD);
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  private void release(String lease) {
    try {
      nodes.release(lease);
    } catch (JdbiException e) {
      // It ends with this node, or by itself.
    }
  }

  /** Without what a statement was bound to. */
  private static IOException failed(JdbiException failure) {
    return new IOException("the tables cannot be used, " + failure.getClass().getSimpleName());
  }

  @Override
  public RefreshTokens read(String userId) throws IOException {
    try {
      return jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("select * from evcharging_refresh_token where user_id = :user")
                      .bind("user", userId)
                      .map(RefreshTokenTable::tokens)
                      .findOne())
          .orElse(RefreshTokens.NONE);
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  private static RefreshTokens tokens(RowView row) {
    return new RefreshTokens(
        row.getColumn("sequence_number", Long.class),
        row.getColumn("seed", String.class),
        row.getColumn("current_token", String.class),
        row.getColumn("previous_token", String.class),
        row.getColumn("access_token", String.class),
        instant(row.getColumn("obtained_millis", Long.class)),
        instant(row.getColumn("expires_millis", Long.class)),
        instant(row.getColumn("asking_since_millis", Long.class)));
  }

  @Override
  public void write(String userId, RefreshTokens tokens) throws IOException {
    String update =
        "update evcharging_refresh_token set %s where user_id = :user and sequence_number < :sequence"
            .formatted(VALUES);
    try {
      jdbi.useHandle(
          handle -> {
            if (bound(handle.createUpdate(update), userId, tokens).execute() == 0) {
              insert(handle, userId, tokens);
            }
          });
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  /** Unless there is a newer state: that one stays. */
  private static void insert(Handle handle, String userId, RefreshTokens tokens) {
    String insert =
        "insert into evcharging_refresh_token (user_id, sequence_number, seed, current_token,"
            + " previous_token, access_token, obtained_millis, expires_millis,"
            + " asking_since_millis) values (:user, :sequence, :seed, :current, :previous,"
            + " :access, :obtained, :expires, :asking)";
    try {
      bound(handle.createUpdate(insert), userId, tokens).execute();
    } catch (JdbiException e) {
      if (!Tables.isTaken(e)) {
        throw e;
      }
    }
  }

  private static Update bound(Update update, String userId, RefreshTokens tokens) {
    return update
        .bind("user", userId)
        .bind("sequence", tokens.sequence())
        .bind("seed", tokens.seed())
        .bind("current", tokens.current())
        .bind("previous", tokens.previous())
        .bind("access", tokens.accessToken())
        .bind("obtained", millis(tokens.obtainedAt()))
        .bind("expires", millis(tokens.expiresAt()))
        .bind("asking", millis(tokens.askingSince()));
  }

  /**
   * Takes over what one process alone has remembered, for users of whom nothing is known here.
   *
   * @param before where it was remembered
   */
  public void adopt(RefreshTokenStore before) throws IOException {
    for (String userId : before.users()) {
      if (read(userId).sequence() == 0) {
        write(userId, before.read(userId));
      }
    }
  }

  @Override
  public Set<String> users() throws IOException {
    return set("select user_id from evcharging_refresh_token");
  }

  /** Of whom a node that has died since has asked without an answer. */
  @Override
  public boolean isAbandoned(String userId) {
    long now = System.nanoTime();
    if (now - lookedAt > ABANDONED_AGAIN_NANOS) {
      lookedAt = now;
      try {
        abandoned =
            set(
                "select user_id from evcharging_refresh_token where asking_since_millis is not null"
                    + " and asking_since_millis < "
                    + (clock.millis() - ASKING.toMillis()));
      } catch (IOException e) {
        abandoned = Set.of();
      }
    }
    return abandoned.contains(userId);
  }

  private Set<String> set(String sql) throws IOException {
    try {
      return jdbi.withHandle(
          handle ->
              handle.createQuery(sql).mapTo(String.class).stream().collect(Collectors.toSet()));
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : (Long) instant.toEpochMilli();
  }
}
