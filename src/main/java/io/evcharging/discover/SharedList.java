package io.evcharging.discover;

import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The list that was discovered last, for many nodes: one of them reads it, all have it. */
public final class SharedList {

  private static final String NAME = "connections";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final Nodes nodes;

  /**
   * In the tables.
   *
   * @param state shared
   * @param nodes who shares it
   */
  public SharedList(State state, Nodes nodes) {
    this.jdbi = state.jdbi();
    this.nodes = nodes;
  }

  /** Whether this node may read it now: no other one does. */
  boolean take() {
    return nodes.take(NAME, LONGEST);
  }

  void release() {
    nodes.release(NAME);
  }

  /** When it was read last, by whichever node. */
  Optional<Instant> readAt() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select written_millis from evcharging_document where name = :name")
                .bind("name", NAME)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  /** The file's text. */
  String text() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select content from evcharging_document where name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .one());
  }

  void write(String text, Instant readAt) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from evcharging_document where name = ?", NAME);
          handle.execute(
              "insert into evcharging_document (name, written_millis, content) values (?, ?, ?)",
              NAME,
              readAt.toEpochMilli(),
              text);
        });
  }
}
