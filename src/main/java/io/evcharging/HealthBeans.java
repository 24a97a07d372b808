package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.PolledVehicle;
import io.evcharging.config.SinkConfig;
import io.evcharging.config.SourceConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.deliver.Acceptance;
import io.evcharging.deliver.DataQuota;
import io.evcharging.deliver.SinkQueues;
import io.evcharging.deliver.SinkStates;
import io.evcharging.operate.AcceptanceCondition;
import io.evcharging.operate.Backlogs;
import io.evcharging.operate.BrokerCondition;
import io.evcharging.operate.BudgetCondition;
import io.evcharging.operate.Condition;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.operate.DiskCondition;
import io.evcharging.operate.LeftAlone;
import io.evcharging.operate.Overdue;
import io.evcharging.operate.ResumeProcessor;
import io.evcharging.operate.SinkCondition;
import io.evcharging.operate.SourceCondition;
import io.evcharging.operate.SuspensionsCondition;
import io.evcharging.operate.ThreadsCondition;
import io.evcharging.operate.TokensCondition;
import io.evcharging.operate.VehiclesCondition;
import io.evcharging.poll.PollHistory;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.poll.PollWatch;
import io.evcharging.source.ChargeSource;
import io.evcharging.token.AccessTokens;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;

/** Camel finds each of these by its type, and asks it for the context's health. */
final class HealthBeans {

  private static final String PREFIX = "evchargingHealth-";

  private final Binder binder;
  private final EvChargingConfig config;
  private final Clock clock;

  HealthBeans(Binder binder, EvChargingConfig config, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.clock = clock;
  }

  void bind(Vehicles vehicles, PollOutcomes outcomes, PollWatch watch) throws Exception {
    PollHistory history = new PollHistory(config.cluster().enabled(), watch::underWaySince, clock);
    outcomes.listen(history);
    bind(new VehiclesCondition(vehicles));
    bind(new ThreadsCondition());
    Suspensions suspensions = binder.bound("evchargingSuspensions", Suspensions.class);
    bind(new SuspensionsCondition(suspensions));
    Budget budget = binder.bound("evchargingBudget", Budget.class);
    bind(new BudgetCondition(budget));
    binder.bind("evchargingResume", new ResumeProcessor(suspensions, vehicles));
    bind(new TokensCondition(binder.bound("evchargingTokens", AccessTokens.class)));
    for (Map.Entry<ChargeSource, SourceConfig> source : config.poll().sources().entrySet()) {
      if (source.getValue().enabled()) {
        bind(condition(source.getKey(), source.getValue(), vehicles, history, suspensions, budget));
      }
    }
  }

  /** What comes after the poll; the runner watches the broker inside by itself. */
  void bind(SinkQueues queues, CamelContext context) throws Exception {
    Backlogs backlogs = new Backlogs(queues, clock, binder.scheduler());
    binder.bind("evchargingBacklogs", backlogs);
    SinkStates states = binder.bound("evchargingSinkStates", SinkStates.class);
    for (SinkConfig sink : config.deliver().sinks()) {
      bind(new SinkCondition(sink.name(), states.of(sink.name()), backlogs, clock));
    }
    bind(new AcceptanceCondition(binder.bound("evchargingAcceptance", Acceptance.class)));
    bind(
        new DiskCondition(
            config.dataDirectory(),
            config.quota(),
            binder.bound("evchargingDataQuota", DataQuota.class)));
    if (context.hasComponent(JmsSetup.COMPONENT) instanceof JmsComponent jms) {
      bind(new BrokerCondition(jms.getConfiguration().getConnectionFactory(), binder.scheduler()));
    }
  }

  private Condition condition(
      ChargeSource source,
      SourceConfig polled,
      Vehicles vehicles,
      PollHistory history,
      Suspensions suspensions,
      Budget budget) {
    return new SourceCondition(
        source.id(),
        new Overdue(
            polled,
            config.poll().timeZone(),
            config.health().missedTicks(),
            shorter(config.smartcar().responseTimeout(), config.poll().deadline())),
        history,
        () -> vehicles.forSource(source).size(),
        new LeftAlone(source, vehicles, suspensions),
        () -> budget.pace().multipliedBy(mostSources(vehicles.forSource(source))),
        clock);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A vehicle's calls are for all its sources. */
  private static int mostSources(List<PolledVehicle> vehicles) {
    return vehicles.stream().mapToInt(vehicle -> vehicle.sources().size()).max().orElse(1);
  }

  private void bind(Condition condition) throws Exception {
    binder.bind(PREFIX + condition.name(), new ConditionHealthCheck(condition));
  }
}
