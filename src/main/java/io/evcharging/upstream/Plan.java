package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked, and when. A tick of a source's schedule makes vehicles due, by what is known of
 * them; they wait for their moment, spread over the time to come, and then for the budget: as many
 * are asked as it allows, the one that has gone without an answer for longest, in its own
 * intervals, first. Safe for many threads.
 */
public final class Plan implements Planning {

  private static final long SAVED_EVERY_MILLIS = 60_000;

  private final Line line = new Line();
  private final Knowledge knowledge;
  private final PaceTable table;
  private final Vehicles vehicles;
  private final Rhythms rhythms;
  private final Suspensions suspensions;
  private final Turns turns;
  private final Budget budget;
  private final Outstanding outstanding;
  private final long patience;
  private final Spread spread;
  private final Holding holding = new Holding();
  private final Clock clock;
  private long savedAt;

  /**
   * Goes on with what was known.
   *
   * @param state open until this is closed
   * @param vehicles read anew when the file changes
   * @param rhythms of the sources that are polled
   * @param suspensions who is to be left alone
   * @param budget how many may be asked
   * @param patience how long a poll may be on its way before it starts
   * @param chance numbers from 0 to 1
   * @param clock for now
   */
  public Plan(
      State state,
      Vehicles vehicles,
      Rhythms rhythms,
      Suspensions suspensions,
      Budget budget,
      Duration patience,
      DoubleSupplier chance,
      Clock clock) {
    this.table = new PaceTable(state.jdbi());
    this.knowledge = new Knowledge(rhythms.adaptive() ? table.read() : List.of());
    this.vehicles = vehicles;
    this.rhythms = rhythms;
    this.suspensions = suspensions;
    this.turns = new Turns(vehicles, rhythms, suspensions, patience.toMillis());
    this.budget = budget;
    this.outstanding = new Outstanding(patience);
    this.patience = patience.toMillis();
    this.spread = new Spread(chance);
    this.clock = clock;
  }

  @Override
  public List<DuePoll> tick(ChargeSource source) {
    suspensions.review();
    List<PolledVehicle> listed = vehicles.forSource(source);
    long now = clock.millis();
    long limit = budget.planLimit();
    synchronized (this) {
      Rhythm rhythm = rhythms.of(source);
      int ahead = 0;
      for (PolledVehicle vehicle : listed) {
        Pace pace = knowledge.pace(source, vehicle.vehicle().id());
        if (!turns.begins(vehicle, pace, now)) {
          continue;
        }
        if (budget.spentThisMonth(pace.vehicleId) < limit) {
          pace.tick = now;
          pace.changed = true;
          line.await(pace, now + spread.offset(pace.vehicleId, rhythm.spread()));
        } else {
          ahead++;
        }
      }
      holding.tellAhead(source, ahead);
      knowledge.forgetAllBut(source, listed, vehicles);
    }
    return release();
  }

  @Override
  public List<DuePoll> release() {
    long now = clock.millis();
    List<DuePoll> due = released(now);
    budget.reserve(due.stream().map(DuePoll::vehicleId).toList());
    if (now - savedAt >= SAVED_EVERY_MILLIS) {
      savedAt = now;
      save();
    }
    return due;
  }

  private synchronized List<DuePoll> released(long now) {
    int ready = line.ready(now);
    if (ready == 0 || suspensions.ofApplication().isPresent()) {
      return List.of();
    }
    int most = Math.max(0, budget.availableForPolls() - outstanding.count(now));
    holding.tell(most < ready, line.ready(), budget.availableForPolls());
    List<Pace> taken =
        most == 0 ? List.of() : line.take(most, turns::mayBeAsked, pace -> turns.hunger(pace, now));
    outstanding.add(taken.size(), now);
    return taken.stream().map(pace -> turns.due(pace, now)).toList();
  }

  @Override
  public synchronized boolean started(@Nullable String source, @Nullable String vehicleId) {
    outstanding.remove();
    long now = clock.millis();
    Optional<Pace> pace = find(source, vehicleId);
    boolean free = pace.filter(one -> rhythms.of(one.source).isAsked(one, now, patience)).isEmpty();
    if (free) {
      pace.ifPresent(one -> one.asked = now);
    }
    return free;
  }

  @Override
  public synchronized void ended(@Nullable String source, @Nullable String vehicleId) {
    find(source, vehicleId).ifPresent(pace -> pace.asked = 0);
  }

  private Optional<Pace> find(@Nullable String source, @Nullable String vehicleId) {
    return vehicleId == null
        ? Optional.empty()
        : Optional.ofNullable(source)
            .flatMap(ChargeSource::byId)
            .map(known -> knowledge.find(known, vehicleId));
  }

  @Override
  public synchronized void answered(ChargeSource source, String vehicleId, Sighting sighting) {
    Pace pace = knowledge.find(source, vehicleId);
    if (pace == null) {
      return;
    }
    pace.success = clock.millis();
    pace.met = pace.mood == Mood.ASLEEP ? pace.success : pace.met;
    pace.misses = 0;
    pace.changed = true;
    if (!rhythms.adaptive()) {
      return;
    }
    if (sighting.mood() != Mood.UNKNOWN) {
      knowledge.tell(vehicleId, sighting.mood());
    } else if (pace.mood == Mood.ASLEEP) {
      pace.mood = Mood.UNKNOWN;
    }
    pace.endAsked &= pace.mood == Mood.CHARGING;
    askAtTheEnd(pace, sighting.completesAt());
  }

  /** Once, where the end comes before the next poll. */
  private void askAtTheEnd(Pace pace, @Nullable Instant end) {
    if (end == null || pace.endAsked || pace.waitsFor != 0) {
      return;
    }
    Rhythm rhythm = rhythms.of(pace.source);
    long at = end.toEpochMilli() + rhythm.afterEnd();
    if (at > pace.success && at < pace.tick + rhythm.interval(pace)) {
      pace.endAsked = true;
      line.await(pace, at);
    }
  }

  @Override
  public synchronized void unreachable(ChargeSource source, String vehicleId) {
    Pace pace = knowledge.find(source, vehicleId);
    if (pace != null) {
      pace.mood = Mood.ASLEEP;
      pace.misses++;
      pace.failed = clock.millis();
      pace.changed = true;
    }
  }

  @Override
  public synchronized void failed(ChargeSource source, String vehicleId) {
    Pace pace = knowledge.find(source, vehicleId);
    if (pace != null) {
      pace.failed = clock.millis();
      pace.changed = true;
    }
  }

  @Override
  public synchronized void heldBack(ChargeSource source, String vehicleId) {
    Pace pace = knowledge.find(source, vehicleId);
    if (pace != null && pace.waitsFor == 0) {
      line.await(pace, clock.millis());
    }
  }

  @Override
  public synchronized int aheadOfPace(ChargeSource source) {
    return holding.ahead(source);
  }

  @Override
  public synchronized int heldBack() {
    return holding.back() ? line.ready() : 0;
  }

  /** Writes down what is known. */
  void save() {
    if (rhythms.adaptive()) {
      List<Pace> changed;
      synchronized (this) {
        changed = knowledge.changed();
      }
      table.write(changed);
    }
  }

  @Override
  public void close() {
    save();
  }
}
