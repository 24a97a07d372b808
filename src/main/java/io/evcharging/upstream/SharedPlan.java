package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.upstream.Lessons.Kind;
import io.evcharging.upstream.Lessons.Lesson;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The plan of many nodes: who waits for his turn, and what is known of each vehicle, is in the
 * tables, so that any node can go on where another one has ended. One node at a time changes it.
 */
public final class SharedPlan implements Planning {

  private final Jdbi jdbi;
  private final Nodes nodes;
  private final Vehicles vehicles;
  private final Rhythms rhythms;
  private final Suspensions suspensions;
  private final Turns turns;
  private final Budget budget;
  private final long patience;
  private final Spread spread;
  private final Clock clock;
  private final Lessons lessons;
  private final Holding holding = new Holding();
  private volatile int heldBack;

  /**
   * Goes on with what was known.
   *
   * @param state shared, open until this is closed
   * @param nodes who shares it
   * @param vehicles read anew when the file changes
   * @param rhythms of the sources that are polled
   * @param suspensions who is to be left alone
   * @param budget how many may be asked
   * @param patience how long a poll may be on its way before it starts
   * @param chance numbers from 0 to 1
   * @param clock for now
   */
  public SharedPlan(
      State state,
      Nodes nodes,
      Vehicles vehicles,
      Rhythms rhythms,
      Suspensions suspensions,
      Budget budget,
      Duration patience,
      DoubleSupplier chance,
      Clock clock) {
    this.jdbi = state.jdbi();
    this.nodes = nodes;
    this.vehicles = vehicles;
    this.rhythms = rhythms;
    this.suspensions = suspensions;
    this.turns = new Turns(vehicles, rhythms, suspensions, patience.toMillis());
    this.budget = budget;
    this.patience = patience.toMillis();
    this.spread = new Spread(chance);
    this.clock = clock;
    this.lessons = new Lessons(rhythms);
  }

  @Override
  public List<DuePoll> tick(ChargeSource source) {
    suspensions.review();
    List<PolledVehicle> listed = vehicles.forSource(source);
    long now = clock.millis();
    long death = nodes.lastDeath();
    jdbi.useTransaction(handle -> plan(SharedPaces.lock(handle, death), source, listed, now));
    return release();
  }

  private void plan(SharedPaces table, ChargeSource source, List<PolledVehicle> listed, long now) {
    Map<String, Pace> known = new HashMap<>();
    table.of(source).forEach(pace -> known.put(pace.vehicleId, pace));
    Set<String> spent = budget.spentAtLeast(budget.planLimit());
    Rhythm rhythm = rhythms.of(source);
    List<Pace> planned = new ArrayList<>();
    List<Pace> unknown = new ArrayList<>();
    int ahead = 0;
    for (PolledVehicle vehicle : listed) {
      String id = vehicle.vehicle().id();
      Pace before = known.remove(id);
      Pace pace = before == null ? new Pace(id, source) : before;
      if (!turns.begins(vehicle, pace, now)) {
        continue;
      }
      if (spent.contains(id)) {
        ahead++;
      } else {
        pace.tick = now;
        pace.waitsFor = Math.max(1, now + spread.offset(id, rhythm.spread()));
        (before == null ? unknown : planned).add(pace);
      }
    }
    synchronized (holding) {
      holding.tellAhead(source, ahead);
    }
    table.planned(planned, unknown);
    table.forget(
        known.values().stream().filter(gone -> vehicles.byId(gone.vehicleId).isEmpty()).toList());
  }

  @Override
  public List<DuePoll> release() {
    long now = clock.millis();
    if (suspensions.ofApplication().isPresent()) {
      return List.of();
    }
    return jdbi.inTransaction(handle -> released(SharedPaces.lock(handle), now));
  }

  private List<DuePoll> released(SharedPaces table, long now) {
    int ready = table.ready(now);
    if (ready == 0) {
      tellHeldBack(0, 0);
      return List.of();
    }
    int left = budget.availableForPolls();
    int most = Math.max(0, left - table.given(now - patience));
    tellHeldBack(Math.max(0, ready - most), left);
    if (most == 0) {
      return List.of();
    }
    List<Pace> waiting = new ArrayList<>(table.whoIsReady(now));
    waiting.sort(Comparator.comparingDouble(pace -> -turns.hunger(pace, now)));
    List<Pace> away = waiting.stream().filter(pace -> !turns.mayBeAsked(pace)).toList();
    waiting.removeAll(away);
    List<Pace> taken = waiting.subList(0, Math.min(most, waiting.size()));
    table.taken(away, 0);
    table.taken(taken, now);
    return taken.stream().map(pace -> turns.due(pace, now)).toList();
  }

  /** This node's word: any other one that looks says so, too. */
  private void tellHeldBack(int waiting, int left) {
    synchronized (holding) {
      holding.tell(waiting > 0, waiting, left);
    }
    heldBack = waiting;
  }

  /** It may always go on: nobody is given out while he is being asked. */
  @Override
  public boolean started(@Nullable String source, @Nullable String vehicleId) {
    learn(Kind.STARTED, source, vehicleId);
    return true;
  }

  @Override
  public void ended(@Nullable String source, @Nullable String vehicleId) {
    learn(Kind.ENDED, source, vehicleId);
  }

  private void learn(Kind kind, @Nullable String source, @Nullable String vehicleId) {
    Optional<ChargeSource> known = Optional.ofNullable(source).flatMap(ChargeSource::byId);
    if (vehicleId != null && known.isPresent()) {
      learn(kind, known.get(), vehicleId, Sighting.NOTHING);
    }
  }

  @Override
  public void answered(ChargeSource source, String vehicleId, Sighting sighting) {
    learn(Kind.ANSWERED, source, vehicleId, sighting);
  }

  @Override
  public void unreachable(ChargeSource source, String vehicleId) {
    learn(Kind.UNREACHABLE, source, vehicleId, Sighting.NOTHING);
  }

  @Override
  public void failed(ChargeSource source, String vehicleId) {
    learn(Kind.FAILED, source, vehicleId, Sighting.NOTHING);
  }

  @Override
  public void heldBack(ChargeSource source, String vehicleId) {
    learn(Kind.HELD_BACK, source, vehicleId, Sighting.NOTHING);
  }

  private void learn(Kind kind, ChargeSource source, String vehicleId, Sighting sighting) {
    lessons.add(new Lesson(kind, source, vehicleId, sighting, clock.millis()));
  }

  @Override
  public int aheadOfPace(ChargeSource source) {
    synchronized (holding) {
      return holding.ahead(source);
    }
  }

  @Override
  public int heldBack() {
    return heldBack;
  }

  /** Writes down what polls of this node have taught: to be called every second or so. */
  public void tell() {
    List<Lesson> untold = lessons.take();
    if (untold.isEmpty()) {
      return;
    }
    Set<String> ids = untold.stream().map(Lesson::vehicleId).collect(Collectors.toSet());
    try {
      jdbi.useTransaction(
          handle -> {
            SharedPaces table = SharedPaces.lock(handle);
            table.learnt(lessons.apply(untold, table.of(ids)));
          });
    } catch (RuntimeException e) {
      lessons.giveBack(untold);
      throw e;
    }
  }

  @Override
  public void close() {
    tell();
  }
}
