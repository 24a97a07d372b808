package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What many nodes know of the vehicles, and who waits for his turn. Within a transaction. */
final class SharedPaces {

  private static final int AT_ONCE = 500;

  private static final String ROW = " where vehicle_id = :vehicle and source = :source";

  private final Handle handle;
  private final long death;

  private SharedPaces(Handle handle, long death) {
    this.handle = handle;
    this.death = death;
  }

  /** For this transaction alone: the other nodes wait. */
  static SharedPaces lock(Handle handle) {
    return lock(handle, 0);
  }

  /** Likewise; what was asked before a node's death, nobody may ever hear the end of. */
  static SharedPaces lock(Handle handle, long death) {
    handle
        .createQuery("select name from evcharging_lock where name = 'plan' for update")
        .mapTo(String.class)
        .one();
    return new SharedPaces(handle, death);
  }

  List<Pace> of(ChargeSource source) {
    List<Pace> paces =
        handle
            .createQuery("select * from evcharging_pace where source = :source")
            .bind("source", source.id())
            .map(SharedPaces::pace)
            .stream()
            .flatMap(Optional::stream)
            .toList();
    paces.stream().filter(pace -> pace.asked <= death).forEach(SharedPaces::maybeLost);
    return paces;
  }

  /** A poll that had started is delivered again; of one that had not, nobody may know. */
  private static void maybeLost(Pace pace) {
    pace.asked = 0;
    pace.lost = pace.given != 0;
  }

  List<Pace> of(Collection<String> vehicleIds) {
    List<String> ids = new ArrayList<>(vehicleIds);
    List<Pace> paces = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      handle
          .createQuery("select * from evcharging_pace where vehicle_id in (<ids>)")
          .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
          .map(SharedPaces::pace)
          .forEach(pace -> pace.ifPresent(paces::add));
    }
    return paces;
  }

  int ready(long now) {
    return handle
        .createQuery("select count(*) from evcharging_pace where waits_millis between 1 and :now")
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  List<Pace> whoIsReady(long now) {
    return handle
        .createQuery("select * from evcharging_pace where waits_millis between 1 and :now")
        .bind("now", now)
        .map(SharedPaces::pace)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  int given(long since) {
    return handle
        .createQuery("select count(*) from evcharging_pace where given_millis > :since")
        .bind("since", since)
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<Pace> pace(RowView row) {
    return ChargeSource.byId(row.getColumn("source", String.class))
        .map(
            source -> {
              Pace pace = new Pace(row.getColumn("vehicle_id", String.class), source);
              pace.mood = Mood.valueOf(row.getColumn("mood", String.class));
              pace.misses = row.getColumn("misses", Integer.class);
              pace.tick = row.getColumn("tick_millis", Long.class);
              pace.success = row.getColumn("success_millis", Long.class);
              pace.failed = row.getColumn("failed_millis", Long.class);
              pace.met = row.getColumn("met_millis", Long.class);
              pace.waitsFor = row.getColumn("waits_millis", Long.class);
              pace.asked = row.getColumn("asked_millis", Long.class);
              pace.given = row.getColumn("given_millis", Long.class);
              pace.endAsked = row.getColumn("end_asked", Boolean.class);
              return pace;
            });
  }

  /** Those that wait from now on. */
  void planned(List<Pace> known, List<Pace> unknown) {
    batch(
        "update evcharging_pace set tick_millis = :tick, waits_millis = :waits" + ROW,
        known,
        (batch, pace) -> batch.bind("tick", pace.tick).bind("waits", pace.waitsFor));
    batch(
        "insert into evcharging_pace (vehicle_id, source, mood, misses, tick_millis,"
            + " success_millis, waits_millis)"
            + " values (:vehicle, :source, :mood, 0, :tick, 0, :waits)",
        unknown,
        (batch, pace) ->
            batch
                .bind("mood", pace.mood.name())
                .bind("tick", pace.tick)
                .bind("waits", pace.waitsFor));
  }

  /** They wait no longer: they are on the polls channel since then, or were sent away at 0. */
  void taken(List<Pace> paces, long given) {
    batch(
        "update evcharging_pace set waits_millis = 0, given_millis = :given,"
            + " asked_millis = :given"
            + ROW,
        paces,
        (batch, pace) -> batch.bind("given", given));
  }

  /** What was learnt of those that have started, and of their turn, if they have one again. */
  void learnt(List<Pace> paces) {
    batch(
        "update evcharging_pace set mood = :mood, misses = :misses, success_millis = :success,"
            + " failed_millis = :failed,"
            + " met_millis = :met, end_asked = :endAsked, given_millis = :given,"
            + " asked_millis = :asked,"
            + " waits_millis = case when waits_millis = 0 then :waits else waits_millis end"
            + ROW,
        paces,
        (batch, pace) ->
            batch
                .bind("mood", pace.mood.name())
                .bind("misses", pace.misses)
                .bind("success", pace.success)
                .bind("failed", pace.failed)
                .bind("met", pace.met)
                .bind("endAsked", pace.endAsked)
                .bind("asked", pace.asked)
                .bind("given", pace.given)
                .bind("waits", pace.waitsFor));
  }

  void forget(List<Pace> paces) {
    batch("delete from evcharging_pace" + ROW, paces, (batch, pace) -> batch);
  }

  private interface Values {
    PreparedBatch bind(PreparedBatch batch, Pace pace);
  }

  private void batch(String sql, List<Pace> paces, Values values) {
    if (paces.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Pace pace : paces) {
      values
          .bind(batch, pace)
          .bind("vehicle", pace.vehicleId)
          .bind("source", pace.source.id())
          .add();
    }
    batch.execute();
  }
}
