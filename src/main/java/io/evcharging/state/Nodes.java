package io.evcharging.state;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Those who share the tables: each writes every few seconds that it lives, by the database's own
 * clock. What one of them alone may do is a lease, which ends with its node. Safe for many threads.
 */
public final class Nodes {

  /** How often a node says that it lives. */
  public static final Duration BEAT = Duration.ofSeconds(2);

  /** For how long a silent node counts as alive. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NOW = "cast(extract(epoch from current_timestamp) * 1000 as bigint)";

  private static final String LIVING =
      "select node from evcharging_node where seen_millis > " + NOW + " - " + PATIENCE.toMillis();

  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final String me;

  /**
   * One node.
   *
   * @param state shared
   * @param me its name, which no other has, nor this one after its next start
   */
  public Nodes(State state, String me) {
    this.jdbi = state.jdbi();
    this.me = me;
  }

  /** The name of this node. */
  public String me() {
    return me;
  }

  /**
   * For SQL: true when the node in a column is dead, or there is none.
   *
   * @param column of a table's row
   */
  public static String isDead(String column) {
    return "(" + column + " is null or " + column + " not in (" + LIVING + "))";
  }

  /**
   * Says that this node lives.
   *
   * @throws RuntimeException when the tables cannot be reached
   */
  public void beat() {
    String update = "update evcharging_node set seen_millis = " + NOW + " where node = ?";
    jdbi.useHandle(
        handle -> {
          if (handle.execute(update, me) == 0) {
            handle.execute(
                "insert into evcharging_node (node, seen_millis) values (?, " + NOW + ")", me);
            handle.execute(
                "delete from evcharging_node where seen_millis < " + NOW + " - ?",
                FORGOTTEN.toMillis());
          }
        });
  }

  /** How many live. */
  public int living() {
    String count = "select count(*) from (" + LIVING + ") living";
    return jdbi.withHandle(handle -> handle.createQuery(count).mapTo(Integer.class).one());
  }

  /**
   * When the last one died of those that have not left: what it had begun before then, and for a
   * while after, nobody ends.
   *
   * @return milliseconds since 1970, by the database's clock; 0 when none has died within a day
   */
  public long lastDeath() {
    String newest =
        "select coalesce(max(seen_millis) + %d, 0) from evcharging_node where seen_millis <= %s - %d"
            .formatted(PATIENCE.toMillis(), NOW, PATIENCE.toMillis());
    return jdbi.withHandle(handle -> handle.createQuery(newest).mapTo(Long.class).one());
  }

  /** This node ends: what it holds is free at once. */
  public void leave() {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from evcharging_lease where node = ?", me);
          handle.execute("delete from evcharging_node where node = ?", me);
        });
  }

  /**
   * Takes a lease, unless another node that lives has it.
   *
   * @param name what the lease is about
   * @param most how long at the most, whoever lives
   * @return whether this node has it now, also when it had it before
   */
  public boolean take(String name, Duration most) {
    String update =
        "update evcharging_lease set node = :me, until_millis = %s + :most where name = :name"
                .formatted(NOW)
            + " and (node = :me or until_millis < %s or %s)".formatted(NOW, isDead("node"));
    String insert =
        "insert into evcharging_lease (name, node, until_millis) values (:name, :me, %s + :most)"
            .formatted(NOW);
    return jdbi.withHandle(
        handle -> lease(handle, update, name, most) == 1 || first(handle, insert, name, most));
  }

  private int lease(Handle handle, String sql, String name, Duration most) {
    return handle
        .createUpdate(sql)
        .bind("me", me)
        .bind("name", name)
        .bind("most", most.toMillis())
        .execute();
  }

  private boolean first(Handle handle, String insert, String name, Duration most) {
    if (holds(handle, name)) {
      return false;
    }
    try {
      return lease(handle, insert, name, most) == 1;
    } catch (UnableToExecuteStatementException e) {
      if (Tables.isTaken(e)) {
        return false; // another node was first
      }
      throw e;
    }
  }

  private static boolean holds(Handle handle, String name) {
    return handle
        .createQuery("select node from evcharging_lease where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /**
   * Gives a lease back.
   *
   * @param name of what {@link #take} took
   */
  public void release(String name) {
    jdbi.useHandle(
        handle ->
            handle.execute("delete from evcharging_lease where name = ? and node = ?", name, me));
  }
}
