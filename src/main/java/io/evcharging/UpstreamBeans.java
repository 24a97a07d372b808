package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Patience;
import io.evcharging.upstream.Plan;
import io.evcharging.upstream.Planning;
import io.evcharging.upstream.Rhythms;
import io.evcharging.upstream.SharedPlan;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How the source API is treated with care, by polls and commands alike. */
final class UpstreamBeans {

  private final Binder binder;
  private final EvChargingConfig config;
  private final Vehicles vehicles;
  private final Clock clock;

  UpstreamBeans(Binder binder, EvChargingConfig config, Vehicles vehicles, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.vehicles = vehicles;
    this.clock = clock;
  }

  void bind(State state, @Nullable Nodes nodes) throws Exception {
    Suspensions suspensions = new Suspensions(state, vehicles, clock);
    Budget budget = new Budget(state, config.budget(), clock);
    binder.closeWithContext(budget);
    Planning plan = plan(state, nodes, suspensions, budget);
    binder.closeWithContext(plan);
    binder.bind("evchargingBudget", budget);
    if (state.shared()) {
      Future<?> unused =
          binder.scheduler().scheduleWithFixedDelay(new Looking(budget), 0, 5, TimeUnit.SECONDS);
    }
    binder.bind("evchargingPlan", plan);
    Patience patience = new Patience(suspensions, budget, config.budget().refusedWait(), clock);
    binder.bind("evchargingPatience", patience);
    binder.bind("evchargingSuspensions", suspensions);
    binder.bind("evchargingSmartcarFailures", new SmartcarFailures(patience, clock));
  }

  private Planning plan(
      State state, @Nullable Nodes nodes, Suspensions suspensions, Budget budget) {
    Rhythms rhythms = Rhythms.of(config.poll(), clock.instant());
    DoubleSupplier chance = new Random()::nextDouble;
    Duration patience = config.poll().deadline();
    return nodes == null
        ? new Plan(state, vehicles, rhythms, suspensions, budget, patience, chance, clock)
        : new SharedPlan(
            state, nodes, vehicles, rhythms, suspensions, budget, patience, chance, clock);
  }

  /** What could not be looked at is looked at later. */
  private record Looking(Budget budget) implements Runnable {
    @Override
    public void run() {
      try {
        budget.look();
      } catch (RuntimeException outOfReach) {
        // What is known stays, and the watch over the tables says so.
      }
    }
  }
}
