package io.evcharging.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The changes that the audit and the sinks are still to be told of, in a table. */
final class CommandOutbox {

  private final Jdbi jdbi;

  CommandOutbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds a change to the transaction that makes it. */
  static void put(Handle handle, @Nullable CommandChange change) {
    if (change != null) {
      handle
          .createUpdate(
              """
              insert into evcharging_command_event (event_id, changed, door, created_at, audited, result)
              values (:id, :changed, :door, :at, false, :result)
              """)
          .bind("id", change.eventId())
          .bind("changed", change.kind().name())
          .bind("door", change.door())
          .bind("at", CommandStore.utc(change.at()))
          .bind("result", CommandJson.text(change.result()))
          .execute();
    }
  }

  /** What should have been told by then and is not, the oldest first. */
  List<CommandChange> untold(int most, Instant by) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from evcharging_command_event where created_at <= :by"
                        + " order by position limit :most")
                .bind("by", CommandStore.utc(by))
                .bind("most", most)
                .map(
                    view ->
                        new CommandChange(
                            CommandChange.Kind.valueOf(view.getColumn("changed", String.class)),
                            view.getColumn("door", String.class),
                            view.getColumn("created_at", OffsetDateTime.class).toInstant(),
                            CommandJson.read(view.getColumn("result", String.class)),
                            view.getColumn("audited", Boolean.class)))
                .list());
  }

  boolean isUntold(String eventId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from evcharging_command_event where event_id = :id")
                .bind("id", eventId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  void audited(String eventId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update evcharging_command_event set audited = true where event_id = ?", eventId));
  }

  void told(String eventId) {
    jdbi.useHandle(
        handle ->
            handle.execute("delete from evcharging_command_event where event_id = ?", eventId));
  }
}
