package io.evcharging.upstream;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Suspensions over a restart. Few, and seldom written. */
final class SuspensionTable {

  private static final String NAMED = " where vehicle_id = :vehicle and source = :source";

  private final Jdbi jdbi;

  SuspensionTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One row.
   *
   * @param entry of the vehicles file, in short, when it began
   */
  record Kept(Suspension suspension, String entry) {}

  Map<SuspensionKey, Kept> read() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from evcharging_suspension")
                .map(
                    (row, context) ->
                        new Kept(
                            new Suspension(
                                row.getString("vehicle_id"),
                                absent(row.getString("source")),
                                Instant.ofEpochMilli(row.getLong("since_millis")),
                                instant(row.getLong("until_millis")),
                                row.getString("reason")),
                            row.getString("entry")))
                .stream()
                .collect(
                    Collectors.toMap(kept -> SuspensionKey.of(kept.suspension()), kept -> kept)));
  }

  void write(Kept kept) {
    Suspension suspension = kept.suspension();
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("delete from evcharging_suspension" + NAMED)
              .bind("vehicle", suspension.vehicleId())
              .bind("source", Objects.requireNonNullElse(suspension.source(), ""))
              .execute();
          handle
              .createUpdate(
                  "insert into evcharging_suspension"
                      + " (vehicle_id, source, since_millis, until_millis, reason, entry)"
                      + " values (:vehicle, :source, :since, :until, :reason, :entry)")
              .bind("vehicle", suspension.vehicleId())
              .bind("source", Objects.requireNonNullElse(suspension.source(), ""))
              .bind("since", suspension.since().toEpochMilli())
              .bind("until", millis(suspension.until()))
              .bind("reason", suspension.reason())
              .bind("entry", kept.entry())
              .execute();
        });
  }

  /** Unless another node has made it longer since. */
  void remove(Suspension ended) {
    SuspensionKey key = SuspensionKey.of(ended);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from evcharging_suspension" + NAMED + " and until_millis = :until")
                .bind("vehicle", key.vehicleId())
                .bind("source", key.source())
                .bind("until", millis(ended.until()))
                .execute());
  }

  void remove(SuspensionKey key) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from evcharging_suspension" + NAMED)
                .bind("vehicle", key.vehicleId())
                .bind("source", key.source())
                .execute());
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  /** Rounded up: a wait is never shortened. */
  private static long millis(@Nullable Instant until) {
    return until == null ? 0 : until.plusNanos(999_999).toEpochMilli();
  }
}
