package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What is known of the vehicles, over a restart. Written now and then: what is lost is asked again.
 */
final class PaceTable {

  private static final Rows<Pace> ROWS =
      new Rows<>(
          pace -> pace.vehicleId,
          "update evcharging_pace set mood = :mood, misses = :misses, tick_millis = :tick,"
              + " success_millis = :success, failed_millis = :failed"
              + " where vehicle_id = :vehicle and source = :source",
          "insert into evcharging_pace"
              + " (vehicle_id, source, mood, misses, tick_millis, success_millis, failed_millis)"
              + " values (:vehicle, :source, :mood, :misses, :tick, :success, :failed)",
          PaceTable::bind);

  private final Jdbi jdbi;

  PaceTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<Pace> read() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from evcharging_pace")
                .map(
                    (row, context) ->
                        ChargeSource.byId(row.getString("source"))
                            .map(
                                source -> {
                                  try {
                                    Pace pace = new Pace(row.getString("vehicle_id"), source);
                                    pace.mood = Mood.valueOf(row.getString("mood"));
                                    pace.misses = row.getInt("misses");
                                    pace.tick = row.getLong("tick_millis");
                                    pace.success = row.getLong("success_millis");
                                    pace.failed = row.getLong("failed_millis");
                                    return pace;
                                  } catch (java.sql.SQLException e) {
                                    throw new IllegalStateException(e);
                                  }
                                }))
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /** All of them, or after a failure some. */
  void write(List<Pace> paces) {
    ROWS.write(jdbi, paces);
  }

  private static void bind(PreparedBatch batch, Pace pace) {
    batch
        .bind("vehicle", pace.vehicleId)
        .bind("source", pace.source.id())
        .bind("mood", pace.mood.name())
        .bind("misses", pace.misses)
        .bind("tick", pace.tick)
        .bind("success", pace.success)
        .bind("failed", pace.failed);
  }
}
