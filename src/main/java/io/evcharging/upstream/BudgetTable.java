package io.evcharging.upstream;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What has been spent, over a restart. */
final class BudgetTable {

  private static final Rows<Spent> ROWS =
      new Rows<>(
          Spent::vehicleId,
          "update evcharging_ledger set calls = :calls, warned = :warned"
              + " where vehicle_id = :vehicle and budget_month = :month",
          "insert into evcharging_ledger (vehicle_id, budget_month, calls, warned)"
              + " values (:vehicle, :month, :calls, :warned)",
          BudgetTable::bind);

  private final Jdbi jdbi;

  BudgetTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many calls the application may make at a moment. */
  record Level(long calls, Instant at) {}

  /**
   * What one vehicle has spent in a month.
   *
   * @param month 12 times the year, and the month from 0
   * @param warned the percentage of the limit that was warned of
   */
  record Spent(String vehicleId, int month, long calls, int warned) {}

  Optional<Level> level() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select calls, at_millis from evcharging_budget where name = ''")
                .map(
                    (row, context) ->
                        new Level(
                            row.getLong("calls"), Instant.ofEpochMilli(row.getLong("at_millis"))))
                .findOne());
  }

  void write(Level level) {
    jdbi.useTransaction(
        handle -> {
          String update =
              "update evcharging_budget set calls = :calls, at_millis = :at where name = ''";
          String insert =
              "insert into evcharging_budget (name, calls, at_millis) values ('', :calls, :at)";
          if (level(handle, update, level) == 0) {
            level(handle, insert, level);
          }
        });
  }

  private static int level(Handle handle, String sql, Level level) {
    return handle
        .createUpdate(sql)
        .bind("calls", level.calls())
        .bind("at", level.at().toEpochMilli())
        .execute();
  }

  List<Spent> spent(int month) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from evcharging_ledger where budget_month = :month")
                .bind("month", month)
                .map(
                    (row, context) ->
                        new Spent(
                            row.getString("vehicle_id"),
                            row.getInt("budget_month"),
                            row.getLong("calls"),
                            row.getInt("warned")))
                .list());
  }

  /** All of them, or after a failure some. */
  void write(Collection<Spent> all) {
    ROWS.write(jdbi, all);
  }

  void forgetBefore(int month) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from evcharging_ledger where budget_month < :month")
                .bind("month", month)
                .execute());
  }

  private static void bind(PreparedBatch batch, Spent row) {
    batch
        .bind("vehicle", row.vehicleId())
        .bind("month", row.month())
        .bind("calls", row.calls())
        .bind("warned", row.warned());
  }
}
