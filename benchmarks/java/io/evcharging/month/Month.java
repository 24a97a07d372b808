package io.evcharging.month;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.MapSettings;
import io.evcharging.config.PollConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.month.Ages.Doing;
import io.evcharging.simulator.CarState;
import io.evcharging.simulator.SimulatedFleet;
import io.evcharging.simulator.SimulatedVehicle;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.DuePoll;
import io.evcharging.upstream.Mood;
import io.evcharging.upstream.Plan;
import io.evcharging.upstream.Rhythms;
import io.evcharging.upstream.Sighting;
import io.evcharging.upstream.Suspensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The real plan, budget and suspensions, with the default limits and intervals, on a virtual clock;
 * the cars are the simulator's. Two calls in a hundred fail and are made again; each vehicle gets a
 * command every three days or so.
 */
public final class Month implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration SAMPLED_EVERY = Duration.ofMinutes(10);
  private static final double FAILS = 0.02;
  private static final int RETRIES = 2;
  private static final double COMMANDS_PER_STEP = 10.0 / (3 * 24 * 3600);

  private final SimulatorClock clock = SimulatorClock.at("2026-11-01T00:00:00Z");
  private final Random chance = new Random(7);
  private final Referee referee = new Referee();
  private final Ages ages = new Ages();
  private final Map<String, Instant> answered = new HashMap<>();
  private final List<SimulatedVehicle> fleet;
  private final SmartcarSimulator cars;
  private final State state;
  private final Budget budget;
  private final Plan plan;
  private final List<Ticker> tickers;
  private int polls;
  private int retries;
  private int commands;
  private int commandsRefused;
  private int asleep;

  /**
   * A month that has not begun.
   *
   * @param vehicles how many
   * @param directory for the tables
   */
  public Month(int vehicles, Path directory) throws IOException {
    fleet = SimulatedFleet.of(vehicles, 1);
    cars = SmartcarSimulator.builder().clock(clock).vehicles(fleet).build();
    Path file = Files.writeString(directory.resolve("v.yaml"), SimulatedFleet.vehiclesYaml(fleet));
    state = State.open(directory);
    EvChargingConfig config =
        EvChargingConfig.read(
            MapSettings.valid().with("evcharging.jms.broker-url", "tcp://localhost:61616"));
    PollConfig poll = config.poll();
    BudgetConfig limits = config.budget();
    Vehicles list = Vehicles.open(file);
    budget = new Budget(state, limits, clock);
    plan =
        new Plan(
            state,
            list,
            Rhythms.of(poll, clock.instant()),
            new Suspensions(state, list, clock),
            budget,
            poll.deadline(),
            chance::nextDouble,
            clock);
    tickers =
        List.of(
            new Ticker(ChargeSource.TESLA_CHARGE, poll, clock.instant()),
            new Ticker(ChargeSource.AUDI_CHARGE, poll, clock.instant()),
            new Ticker(ChargeSource.CHARGE_SIGNALS, poll, clock.instant()));
  }

  /** Lets so much time pass, and everything happen in it. */
  public Month pass(Duration time) {
    Instant end = clock.instant().plus(time);
    Instant begin = clock.instant();
    while (clock.instant().isBefore(end)) {
      clock.advance(STEP);
      for (Ticker ticker : tickers) {
        if (ticker.fires(clock.instant())) {
          plan.tick(ticker.source()).forEach(this::poll);
        }
      }
      plan.release().forEach(this::poll);
      command();
      Duration gone = Duration.between(begin, clock.instant());
      if (gone.toMillis() % SAMPLED_EVERY.toMillis() == 0) {
        sample();
      }
    }
    return this;
  }

  private void poll(DuePoll due) {
    plan.started(null, null);
    ChargeSource source = ChargeSource.byId(due.source()).orElseThrow();
    String id = due.vehicleId();
    polls++;
    for (int call = 0; call <= RETRIES; call++) {
      if (!budget.takeForPoll(id)) {
        plan.heldBack(source, id);
        return;
      }
      referee.call(id, clock.instant());
      retries += call > 0 ? 1 : 0;
      if (chance.nextDouble() >= FAILS) {
        answer(source, id, cars.vehicle(id).state());
        return;
      }
    }
  }

  private void answer(ChargeSource source, String id, CarState car) {
    if (car.asleep()) {
      asleep++;
      plan.unreachable(source, id);
      return;
    }
    answered.put(id, clock.instant());
    Mood mood = car.charging() ? Mood.CHARGING : car.pluggedIn() ? Mood.PLUGGED_IN : Mood.IDLE;
    plan.answered(source, id, new Sighting(mood, car.completesAt()));
  }

  private void command() {
    if (chance.nextDouble() < COMMANDS_PER_STEP * fleet.size()) {
      String id = fleet.get(chance.nextInt(fleet.size())).id();
      commands++;
      if (budget.takeForCommand(id)) {
        referee.call(id, clock.instant());
      } else {
        commandsRefused++;
      }
    }
  }

  /** A vehicle that nobody has asked yet has no data that could be old. */
  private void sample() {
    answered.forEach(
        (id, at) -> {
          long age = Duration.between(at, clock.instant()).toMillis();
          ages.add(doing(cars.vehicle(id).state()), age);
        });
  }

  private static Doing doing(CarState car) {
    if (car.asleep()) {
      return Doing.ASLEEP;
    }
    return car.charging() ? Doing.CHARGING : car.pluggedIn() ? Doing.PLUGGED_IN : Doing.AWAY;
  }

  Referee referee() {
    return referee;
  }

  Ages ages() {
    return ages;
  }

  /** Vehicles that have been answered for. */
  int known() {
    return answered.size();
  }

  /** What happened, for the report. */
  record Counts(int polls, int retries, int commands, int commandsRefused, int asleep) {}

  Counts counts() {
    return new Counts(polls, retries, commands, commandsRefused, asleep);
  }

  @Override
  public void close() {
    plan.close();
    budget.close();
    state.close();
    cars.close();
  }
}
