package io.evcharging.command;

import io.evcharging.canonical.CommandResult;
import io.evcharging.state.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The commands of the last day, in tables. */
final class CommandStore {

  /** How far a command has come. */
  enum State {
    /** The OEM is being asked. */
    ASKED,
    /** Answered, and an observation is to confirm it. */
    CONFIRMING,
    /** Nothing more will happen. */
    DONE
  }

  /**
   * A command as it is remembered.
   *
   * @param fingerprint of the command, {@code null} where there is no key
   */
  record Row(@Nullable String fingerprint, String door, int confirmPolls, CommandResult result) {}

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int BATCH = 1000;
  private static final int MOST_BATCHES = 100;

  private final Jdbi jdbi;
  private final @Nullable String node;

  /**
   * In these tables.
   *
   * @param node which of many nodes this is; {@code null} when there is one process alone
   */
  CommandStore(Jdbi jdbi, @Nullable String node) {
    this.jdbi = jdbi;
    this.node = node;
  }

  /** A command that is known to the caller alone until now. */
  record Entry(
      CommandResult result,
      String door,
      State state,
      @Nullable String keyHash,
      @Nullable String fingerprint,
      @Nullable Instant notBefore) {}

  /** A new command; with a change that is to be told, in one transaction: true. */
  boolean insert(Entry entry, @Nullable CommandChange change) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into evcharging_command (command_id, key_hash, fingerprint, vehicle_id, door,
                    state, received_at, not_before, result, node)
                  values (:id, :key, :fingerprint, :vehicle, :door, :state, :received, :notBefore, :result, :node)
                  """)
              .bind("id", entry.result().commandId())
              .bind("key", entry.keyHash())
              .bind("fingerprint", entry.fingerprint())
              .bind("vehicle", entry.result().vehicleId())
              .bind("door", entry.door())
              .bind("state", entry.state().name())
              .bind("received", utc(entry.result().receivedAt()))
              .bind("notBefore", utc(entry.notBefore()))
              .bind("result", CommandJson.text(entry.result()))
              .bind("node", node)
              .execute();
          CommandOutbox.put(handle, change);
        });
    return true;
  }

  /** A command has come further: true. */
  boolean update(
      CommandResult result,
      State state,
      @Nullable Instant notBefore,
      @Nullable CommandChange change) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  update evcharging_command set state = :state, result = :result,
                    not_before = coalesce(:notBefore, not_before) where command_id = :id
                  """)
              .bind("id", result.commandId())
              .bind("state", state.name())
              .bind("notBefore", utc(notBefore))
              .bind("result", CommandJson.text(result))
              .execute();
          CommandOutbox.put(handle, change);
        });
    return true;
  }

  /**
   * Nothing more is to be confirmed.
   *
   * @return whether it was still waiting, and no other node has ended it
   */
  boolean confirmed(CommandResult result, CommandChange change) {
    return jdbi.inTransaction(
        handle -> {
          int ended =
              handle.execute(
                  "update evcharging_command set state = 'DONE', result = ?"
                      + " where command_id = ? and state = 'CONFIRMING'",
                  CommandJson.text(result),
                  result.commandId());
          CommandOutbox.put(handle, ended == 1 ? change : null);
          return ended == 1;
        });
  }

  /** Those under way on nodes that have died since. */
  List<Row> abandoned() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from evcharging_command where state = 'ASKED' and "
                        + Nodes.isDead("node")
                        + " order by received_at")
                .map(CommandStore::row)
                .list());
  }

  /** Forgets a command that nobody was told about. */
  void delete(String commandId) {
    jdbi.useHandle(
        handle -> handle.execute("delete from evcharging_command where command_id = ?", commandId));
  }

  Optional<CommandResult> byId(String commandId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select result from evcharging_command where command_id = :id")
                .bind("id", commandId)
                .mapTo(String.class)
                .findOne()
                .map(CommandJson::read));
  }

  /** What a key was used for. */
  Optional<Row> byKey(String keyHash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from evcharging_command where key_hash = :key")
                .bind("key", keyHash)
                .map(CommandStore::row)
                .findFirst());
  }

  List<Row> in(State state) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from evcharging_command where state = :state order by received_at")
                .bind("state", state.name())
                .map(CommandStore::row)
                .list());
  }

  private static Row row(RowView view) {
    return new Row(
        view.getColumn("fingerprint", String.class),
        view.getColumn("door", String.class),
        view.getColumn("confirm_polls", Integer.class),
        CommandJson.read(view.getColumn("result", String.class)));
  }

  /** The vehicles that are to be left alone, and until when. */
  Map<String, Instant> notBefore(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select vehicle_id, max(not_before) as until from evcharging_command
                    where not_before > :now group by vehicle_id
                    """)
                .bind("now", utc(now))
                .map(
                    view ->
                        Map.entry(
                            view.getColumn("vehicle_id", String.class),
                            view.getColumn("until", OffsetDateTime.class).toInstant()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  void confirmPolls(String commandId, int polls) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update evcharging_command set confirm_polls = ? where command_id = ?",
                polls,
                commandId));
  }

  /** Forgets what is older than a day, a batch at a time. */
  void forgetOld(Instant now) {
    for (int batch = 0; batch < MOST_BATCHES && forgetBatch(now) == BATCH; batch++) {
      // The next one.
    }
  }

  private int forgetBatch(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from evcharging_command where command_id in (
                      select command_id from evcharging_command
                      where received_at < :until and state = 'DONE' order by received_at limit :batch)
                    """)
                .bind("until", utc(now.minus(KEPT)))
                .bind("batch", BATCH)
                .execute());
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
