package io.evcharging.benchmark;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.MapSettings;
import io.evcharging.config.Vehicles;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.DuePoll;
import io.evcharging.upstream.Mood;
import io.evcharging.upstream.Plan;
import io.evcharging.upstream.Rhythms;
import io.evcharging.upstream.Sighting;
import io.evcharging.upstream.Suspensions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The planner alone with a very large fleet, on a virtual clock: each vehicle is due at each tick,
 * and answers at once; between two ticks it is asked each second who is to be polled.
 */
final class PlanBenchmark {

  private static final ChargeSource SOURCE = ChargeSource.TESLA_CHARGE;
  private static final Duration PERIOD = Duration.ofMinutes(30);
  private static final Sighting CHARGING = new Sighting(Mood.CHARGING, null);

  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:05:00Z");
  private final Plan plan;
  private final Budget budget;
  private long releases;
  private long longest;
  private long all;
  private int polls;

  private PlanBenchmark(int vehicles, int callsPerMinute, Path directory, State state)
      throws IOException {
    Path file = directory.resolve("vehicles.yaml");
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      lines.write("vehicles:\n");
      for (int number = 0; number < vehicles; number++) {
        lines.write("  - {id: " + Setup.vehicleId(number) + ", brand: Tesla}\n");
      }
    }
    Vehicles list = Vehicles.open(file);
    EvChargingConfig config =
        EvChargingConfig.read(
            MapSettings.valid().with("evcharging.jms.broker-url", "tcp://localhost:61616"));
    int capacity = Math.max(callsPerMinute, 1);
    budget =
        new Budget(
            state,
            new BudgetConfig(capacity, callsPerMinute, 1_000_000, 0, Duration.ofMinutes(1)),
            clock);
    plan =
        new Plan(
            state,
            list,
            Rhythms.of(config.poll(), clock.instant()),
            new Suspensions(state, list, clock),
            budget,
            config.poll().deadline(),
            () -> 0.5,
            clock);
  }

  /**
   * Prints a row for each cycle.
   *
   * @param args how many vehicles, cycles, and calls that the application may make in a minute
   */
  public static void main(String[] args) throws Exception {
    int vehicles = Integer.parseInt(args[0]);
    Path directory = Files.createTempDirectory("evcharging-plan");
    long start = System.nanoTime();
    try (State state = State.open(directory)) {
      PlanBenchmark benchmark =
          new PlanBenchmark(vehicles, Integer.parseInt(args[2]), directory, state);
      Report.say(
          "%d vehicles, %s calls a minute, read in %.1f s, heap %d MiB of %d%n",
          vehicles,
          args[2],
          (System.nanoTime() - start) / 1e9,
          heap(),
          Runtime.getRuntime().maxMemory() >> 20);
      Report.say("| cycle | tick, ms | a second, mean ms | longest ms | polls | heap MiB |");
      Report.say("| --- | --- | --- | --- | --- | --- |");
      for (int cycle = 1; cycle <= Integer.parseInt(args[1]); cycle++) {
        benchmark.cycle(cycle);
      }
    }
    System.exit(0);
  }

  private void cycle(int number) {
    releases = 0;
    longest = 0;
    all = 0;
    polls = 0;
    long start = System.nanoTime();
    List<DuePoll> due = plan.tick(SOURCE);
    final long tick = System.nanoTime() - start;
    answer(due);
    for (int second = 0; second < PERIOD.toSeconds(); second++) {
      clock.advance(Duration.ofSeconds(1));
      start = System.nanoTime();
      due = plan.release();
      long took = System.nanoTime() - start;
      longest = Math.max(longest, took);
      all += took;
      releases++;
      answer(due);
    }
    Report.say(
        "| %d | %.0f | %.2f | %.0f | %d | %d |",
        number, tick / 1e6, all / 1e6 / releases, longest / 1e6, polls, heap());
  }

  private void answer(List<DuePoll> due) {
    for (DuePoll poll : due) {
      plan.started(null, null);
      if (budget.takeForPoll(poll.vehicleId())) {
        plan.answered(SOURCE, poll.vehicleId(), CHARGING);
        polls++;
      } else {
        plan.heldBack(SOURCE, poll.vehicleId());
      }
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
