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
                                    return pace;
                                  } catch (java.sql.SQLException e) {
                                    throw new IllegalStateException(e);
                                  }
                                }))
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /** In one transaction. */
  void write(List<Pace> paces) {
    if (paces.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          PreparedBatch old =
              handle.prepareBatch(
                  "delete from evcharging_pace where vehicle_id = :vehicle and source = :source");
          PreparedBatch now =
              handle.prepareBatch(
                  "insert into evcharging_pace"
                      + " (vehicle_id, source, mood, misses, tick_millis, success_millis)"
                      + " values (:vehicle, :source, :mood, :misses, :tick, :success)");
          for (Pace pace : paces) {
            old.bind("vehicle", pace.vehicleId).bind("source", pace.source.id()).add();
            now.bind("vehicle", pace.vehicleId)
                .bind("source", pace.source.id())
                .bind("mood", pace.mood.name())
                .bind("misses", pace.misses)
                .bind("tick", pace.tick)
                .bind("success", pace.success)
                .add();
          }
          old.execute();
          now.execute();
        });
  }
}
