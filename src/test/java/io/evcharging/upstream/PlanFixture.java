package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.MapSettings;
import io.evcharging.config.Vehicles;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A plan over a vehicles file, tables and limits of its own, on a clock that is set by hand. */
abstract class PlanFixture {

  static final ChargeSource TESLA = ChargeSource.TESLA_CHARGE;
  static final Duration PATIENCE = Duration.ofHours(1);
  static final Duration TICK = Duration.ofMinutes(30);
  static final BudgetConfig PLENTY =
      new BudgetConfig(1_000_000, 1_000_000, 1_000_000, 0, Duration.ofMinutes(1));

  @TempDir Path data;
  final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:05:00Z");
  final MapSettings settings =
      MapSettings.valid().with("evcharging.jms.broker-url", "tcp://localhost:61616");

  @SuppressWarnings("NullAway.Init")
  State state;

  @SuppressWarnings("NullAway.Init")
  Suspensions suspensions;

  @SuppressWarnings("NullAway.Init")
  Budget budget;

  @SuppressWarnings("NullAway.Init")
  Planning plan;

  @AfterEach
  void close() {
    if (state != null) {
      state.close();
    }
  }

  void open(int vehicles, BudgetConfig limits) throws IOException {
    Path file = data.resolve("vehicles.yaml");
    Files.writeString(
        file,
        IntStream.range(0, vehicles)
            .mapToObj(i -> "  - {id: v" + i + ", brand: Tesla}\n")
            .collect(Collectors.joining("", "vehicles:\n", "")));
    state = tables();
    Vehicles list = Vehicles.open(file);
    suspensions = new Suspensions(state, list, clock);
    Rhythms rhythms = Rhythms.of(EvChargingConfig.read(settings).poll(), clock.instant());
    budget = new Budget(state, limits, clock);
    plan = plan(list, rhythms, budget);
  }

  State tables() {
    return State.open(data);
  }

  Planning plan(Vehicles list, Rhythms rhythms, Budget budget) {
    return new Plan(state, list, rhythms, suspensions, budget, PATIENCE, () -> 0.5, clock);
  }

  /** Goes through a tick's time, minute by minute; who is asked has an answer at once. */
  List<String> tick(Sighting answer) {
    List<DuePoll> due = new ArrayList<>(plan.tick(TESLA));
    for (int minute = 0; minute < TICK.toMinutes(); minute++) {
      due.addAll(plan.release());
      due.forEach(poll -> plan.answered(TESLA, poll.vehicleId(), answer));
      clock.advance(Duration.ofMinutes(1));
    }
    due.forEach(poll -> plan.started(null, null));
    due.forEach(this::end);
    return due.stream().map(DuePoll::vehicleId).toList();
  }

  void end(DuePoll poll) {
    plan.ended(poll.source(), poll.vehicleId());
  }

  static Sighting is(Mood mood) {
    return new Sighting(mood, null);
  }

  DuePoll firstOf(List<DuePoll> atOnce) {
    List<DuePoll> due = new ArrayList<>(atOnce);
    while (due.isEmpty()) {
      clock.advance(Duration.ofSeconds(10));
      due.addAll(plan.release());
    }
    due.forEach(this::end);
    return due.get(0);
  }
}
