package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import io.evcharging.upstream.SuspensionTable.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is left alone: one source of a vehicle, a vehicle, or all of them. In memory for the polls,
 * in a table over a restart. A suspension ends at its time, by {@link #resume}, or when the
 * vehicle's entry in the vehicles file is another one; its beginning and its end are one log line
 * each. Safe for many threads.
 */
public final class Suspensions {

  private static final Logger LOG = LoggerFactory.getLogger(Suspensions.class);
  private static final String OVER = "its time is over";
  private static final String CHANGED = "its entry in the vehicles file has changed";

  private final Map<SuspensionKey, Kept> kept = new ConcurrentHashMap<>();
  private final SuspensionTable table;
  private final boolean shared;
  private final Vehicles vehicles;
  private final Clock clock;

  /**
   * Goes on with what was left alone before.
   *
   * @param state open
   * @param vehicles whose entries end a suspension by changing
   * @param clock says what is over
   */
  public Suspensions(State state, Vehicles vehicles, Clock clock) {
    this.table = new SuspensionTable(state.jdbi());
    this.shared = state.shared();
    this.vehicles = vehicles;
    this.clock = clock;
    kept.putAll(table.read());
    list().forEach(still -> LOG.warn("still suspended {}", still));
  }

  /**
   * Why a vehicle is not asked for a source now. Cheap where nothing is suspended.
   *
   * @param vehicle as the vehicles file has it now
   * @param source what would be asked
   * @return empty when it may be asked
   */
  public Optional<Suspension> of(PolledVehicle vehicle, ChargeSource source) {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    String id = vehicle.vehicle().id();
    return inForce(SuspensionKey.APPLICATION, null)
        .or(() -> inForce(new SuspensionKey(id, ""), vehicle))
        .or(() -> inForce(new SuspensionKey(id, source.id()), vehicle));
  }

  /**
   * Why a vehicle gets no calls at all now, such as commands.
   *
   * @param vehicle as the vehicles file has it now
   * @return empty when it may be called
   */
  public Optional<Suspension> of(PolledVehicle vehicle) {
    return inForce(SuspensionKey.APPLICATION, null)
        .or(() -> inForce(new SuspensionKey(vehicle.vehicle().id(), ""), vehicle));
  }

  /**
   * Why nobody is asked now.
   *
   * @return empty when the application may call
   */
  public Optional<Suspension> ofApplication() {
    return kept.isEmpty() ? Optional.empty() : inForce(SuspensionKey.APPLICATION, null);
  }

  /**
   * Why the list of connections is not asked for now. Knows what other nodes were told.
   *
   * @return empty when it may be asked for
   */
  public Optional<Suspension> ofConnections() {
    if (shared) {
      refresh();
    }
    return ofApplication().or(() -> inForce(SuspensionKey.CONNECTIONS, null));
  }

  /**
   * Leaves a vehicle alone, or one source of it. Never shortens what is in force.
   *
   * @param vehicle as the vehicles file has it now
   * @param source {@code null} for everything about the vehicle
   * @param until {@code null} until {@link #resume}
   * @param reason for people
   * @return whether that is new, and was logged
   */
  public boolean suspend(
      PolledVehicle vehicle,
      @Nullable ChargeSource source,
      @Nullable Instant until,
      String reason) {
    String name = source == null ? null : source.id();
    return add(
        new Suspension(vehicle.vehicle().id(), name, clock.instant(), until, reason),
        entry(vehicle));
  }

  /**
   * Leaves everybody alone. Never shortens what is in force.
   *
   * @param until {@code null} until {@link #resume} for {@value Suspension#APPLICATION}
   * @param reason for people
   * @return whether that is new, and was logged
   */
  public boolean suspendApplication(@Nullable Instant until, String reason) {
    return add(new Suspension(Suspension.APPLICATION, null, clock.instant(), until, reason), "");
  }

  /**
   * Leaves the list of connections alone. Never shortens what is in force.
   *
   * @param until when it may be asked for again
   * @param reason for people
   */
  public void suspendConnections(Instant until, String reason) {
    String name = Suspension.CONNECTIONS;
    add(new Suspension(Suspension.APPLICATION, name, clock.instant(), until, reason), "");
  }

  /**
   * What is suspended now.
   *
   * @return by vehicle and source; what is over is left out
   */
  public List<Suspension> list() {
    Instant now = clock.instant();
    return kept.values().stream()
        .filter(each -> !each.suspension().isOver(now) && isOfSameEntry(each))
        .map(Kept::suspension)
        .sorted(Comparator.comparing(Suspension::vehicleId).thenComparing(String::valueOf))
        .toList();
  }

  /**
   * Ends suspensions before their time.
   *
   * @param vehicleId or {@value Suspension#APPLICATION} for that of the application
   * @param source a source's id; {@code null} for all of the vehicle
   * @return how many ended; 0 when nothing of the kind was suspended
   */
  public int resume(String vehicleId, @Nullable String source) {
    List<SuspensionKey> found =
        kept.keySet().stream()
            .filter(key -> key.vehicleId().equals(vehicleId))
            .filter(key -> source == null || key.source().equals(source))
            .toList();
    found.forEach(key -> end(key, "resumed"));
    return found.size();
  }

  /** Ends what is over, and that of vehicles whose entry has changed or is gone. */
  public void review() {
    for (Kept each : List.copyOf(kept.values())) {
      SuspensionKey key = SuspensionKey.of(each.suspension());
      if (each.suspension().isOver(clock.instant())) {
        end(key, OVER);
      } else if (!isOfSameEntry(each)) {
        end(key, CHANGED);
      }
    }
  }

  private Optional<Suspension> inForce(SuspensionKey key, @Nullable PolledVehicle vehicle) {
    Kept found = kept.get(key);
    if (found == null) {
      return Optional.empty();
    }
    if (found.suspension().isOver(clock.instant())) {
      end(key, OVER);
      return Optional.empty();
    }
    if (!found.entry().equals(vehicle == null ? "" : entry(vehicle))) {
      end(key, CHANGED);
      return Optional.empty();
    }
    return Optional.of(found.suspension());
  }

  /** Learns what other nodes have begun and ended; of no use where the tables are not shared. */
  public synchronized void refresh() {
    Map<SuspensionKey, Kept> now = table.read();
    kept.keySet().retainAll(now.keySet());
    kept.putAll(now);
  }

  private synchronized boolean add(Suspension suspension, String entry) {
    if (shared) {
      refresh();
    }
    SuspensionKey key = SuspensionKey.of(suspension);
    Kept before = kept.get(key);
    if (before != null && before.suspension().outlasts(suspension)) {
      return false;
    }
    Kept now = new Kept(suspension, entry);
    table.write(now);
    kept.put(key, now);
    LOG.warn("suspended {}", suspension);
    return true;
  }

  private synchronized void end(SuspensionKey key, String why) {
    Kept ended = kept.remove(key);
    if (ended != null) {
      table.remove(ended.suspension());
      LOG.info("no longer suspended, {}: {}", why, ended.suspension());
    }
  }

  private boolean isOfSameEntry(Kept each) {
    String id = each.suspension().vehicleId();
    return id.equals(Suspension.APPLICATION)
        || vehicles.byId(id).filter(now -> entry(now).equals(each.entry())).isPresent();
  }

  /** What the vehicles file says about a vehicle. */
  private static String entry(PolledVehicle vehicle) {
    return Integer.toHexString(
        List.of(
                vehicle.vehicle(),
                List.copyOf(vehicle.sources()).toString(),
                String.valueOf(vehicle.userId()))
            .toString()
            .hashCode());
  }
}
