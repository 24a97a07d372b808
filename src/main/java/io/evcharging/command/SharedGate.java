package io.evcharging.command;

import io.evcharging.state.Nodes;
import io.evcharging.state.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The gate of many nodes: a row for each vehicle. What a node holds is free when it is dead. */
final class SharedGate implements Gate {

  private static final String ENTER =
      "update evcharging_command_gate set node = :me, not_before_millis = :next"
          + " where vehicle_id = :vehicle and not_before_millis <= :now and "
          + Nodes.isDead("node");

  private final Jdbi jdbi;
  private final Nodes nodes;
  private final Duration interval;
  private final Clock clock;

  /** Who has left while the tables could not be reached, and when the next may come. */
  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

  SharedGate(Jdbi jdbi, Nodes nodes, Duration interval, Clock clock) {
    this.jdbi = jdbi;
    this.nodes = nodes;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public void restore(Map<String, Instant> notBefore) {
    // The rows are there.
  }

  @Override
  public Duration enter(String vehicleId) {
    return jdbi.withHandle(
        handle ->
            entered(handle, vehicleId)
                ? Duration.ZERO
                : closedUntil(handle, vehicleId).map(this::wait).orElseGet(() -> first(vehicleId)));
  }

  private boolean entered(Handle handle, String vehicleId) {
    return handle
            .createUpdate(ENTER)
            .bind("me", nodes.me())
            .bind("next", next().toEpochMilli())
            .bind("now", clock.millis())
            .bind("vehicle", vehicleId)
            .execute()
        == 1;
  }

  private static Optional<Instant> closedUntil(Handle handle, String vehicleId) {
    return handle
        .createQuery(
            "select not_before_millis from evcharging_command_gate where vehicle_id = :vehicle")
        .bind("vehicle", vehicleId)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private Duration wait(Instant until) {
    Duration wait = Duration.between(clock.instant(), until);
    Duration least = Duration.ofSeconds(1);
    return wait.compareTo(least) < 0 ? least : wait;
  }

  private Duration first(String vehicleId) {
    try {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "insert into evcharging_command_gate (vehicle_id, node, not_before_millis)"
                      + " values (?, ?, ?)",
                  vehicleId,
                  nodes.me(),
                  next().toEpochMilli()));
      return Duration.ZERO;
    } catch (UnableToExecuteStatementException e) {
      if (Tables.isTaken(e)) {
        return wait(next());
      }
      throw e;
    }
  }

  @Override
  public Instant next() {
    return clock.instant().plus(interval);
  }

  @Override
  public void leave(String vehicleId, @Nullable Instant notBefore) {
    Instant until = notBefore == null ? Instant.EPOCH : notBefore;
    unwritten.put(vehicleId, until);
    try {
      write(vehicleId, until);
    } catch (RuntimeException e) {
      // The command is over all the same; forgetOld tries again.
    }
  }

  private void write(String vehicleId, Instant until) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update evcharging_command_gate set node = null, not_before_millis = ?"
                    + " where vehicle_id = ? and node = ?",
                until.toEpochMilli(),
                vehicleId,
                nodes.me()));
    unwritten.remove(vehicleId, until);
  }

  @Override
  public void forgetOld() {
    unwritten.forEach(this::write);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "delete from evcharging_command_gate where not_before_millis < ? and node is null",
                clock.millis()));
  }
}
