package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.state.State;
import io.evcharging.state.Tables;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger for many nodes: each call is one statement, and nothing is spent in advance. */
final class SharedLedger implements Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(SharedLedger.class);
  private static final int[] WARNINGS = {90, 70};
  private static final int MONTHS_KEPT = 12;

  private static final String TAKE =
      "update evcharging_ledger set calls = calls + 1"
          + " where vehicle_id = :vehicle and budget_month = :month and calls < :limit";
  private static final String OPEN =
      "insert into evcharging_ledger (vehicle_id, budget_month, calls, warned)"
          + " values (:vehicle, :month, 0, 0)";
  private static final String WARN =
      "update evcharging_ledger set warned = :percent"
          + " where vehicle_id = :vehicle and budget_month = :month and warned < :percent";

  private final Jdbi jdbi;
  private final int perMonth;
  private final Clock clock;

  SharedLedger(State state, BudgetTable table, BudgetConfig config, Clock clock) {
    this.jdbi = state.jdbi();
    this.perMonth = config.perMonth();
    this.clock = clock;
    table.forgetBefore(month() - MONTHS_KEPT);
  }

  private int month() {
    return Ledger.month(clock);
  }

  @Override
  public long spent(String vehicleId) {
    return jdbi.withHandle(handle -> calls(handle, vehicleId)).orElse(0L);
  }

  private Optional<Long> calls(Handle handle, String vehicleId) {
    return handle
        .createQuery(
            "select calls from evcharging_ledger where vehicle_id = :vehicle and budget_month = :month")
        .bind("vehicle", vehicleId)
        .bind("month", month())
        .mapTo(Long.class)
        .findOne();
  }

  @Override
  public boolean take(String vehicleId, long limit) {
    return jdbi.withHandle(handle -> take(handle, vehicleId, limit));
  }

  private boolean take(Handle handle, String vehicleId, long limit) {
    Optional<Long> calls = taken(handle, vehicleId, limit);
    if (calls.isEmpty() && calls(handle, vehicleId).isEmpty()) {
      open(handle, vehicleId);
      calls = taken(handle, vehicleId, limit);
    }
    calls.ifPresent(now -> warn(handle, vehicleId, now));
    return calls.isPresent();
  }

  /** What it has cost with this call. */
  private Optional<Long> taken(Handle handle, String vehicleId, long limit) {
    return handle
        .createUpdate(TAKE)
        .bind("vehicle", vehicleId)
        .bind("month", month())
        .bind("limit", limit)
        .executeAndReturnGeneratedKeys("calls")
        .mapTo(Long.class)
        .findOne();
  }

  private void open(Handle handle, String vehicleId) {
    try {
      handle.createUpdate(OPEN).bind("vehicle", vehicleId).bind("month", month()).execute();
    } catch (UnableToExecuteStatementException e) {
      if (!Tables.isTaken(e)) {
        throw e;
      }
    }
  }

  /** One node says so, once. */
  private void warn(Handle handle, String vehicleId, long calls) {
    for (int percent : WARNINGS) {
      if (calls * 100 >= (long) perMonth * percent) {
        int first =
            handle
                .createUpdate(WARN)
                .bind("percent", percent)
                .bind("vehicle", vehicleId)
                .bind("month", month())
                .execute();
        if (first == 1) {
          LOG.warn(
              "budget vehicleId={} has spent {} of its {} calls of this month, {} %",
              vehicleId, calls, perMonth, percent);
        }
        return;
      }
    }
  }

  @Override
  public void reserve(Collection<String> vehicleIds) {
    // Another node may make the calls.
  }

  @Override
  public void save() {
    // Each call is written as it is made.
  }

  @Override
  public long atLeast(long calls) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from evcharging_ledger"
                        + " where budget_month = :month and calls >= :from")
                .bind("month", month())
                .bind("from", calls)
                .mapTo(Long.class)
                .one());
  }
}
