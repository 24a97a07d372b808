package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SourceConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.operate.Condition;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.operate.SourceCondition;
import io.evcharging.operate.ThreadsCondition;
import io.evcharging.operate.TokensCondition;
import io.evcharging.operate.VehiclesCondition;
import io.evcharging.poll.PollHistory;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.source.ChargeSource;
import io.evcharging.token.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

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

  void bind(Vehicles vehicles, PollOutcomes outcomes) throws Exception {
    PollHistory history = new PollHistory(clock);
    outcomes.listen(history);
    bind(new VehiclesCondition(vehicles));
    bind(new ThreadsCondition());
    bind(new TokensCondition(binder.bound("evchargingTokens", AccessTokens.class)));
    for (Map.Entry<ChargeSource, SourceConfig> source : config.poll().sources().entrySet()) {
      if (source.getValue().enabled()) {
        bind(condition(source.getKey(), source.getValue(), vehicles, history));
      }
    }
  }

  private Condition condition(
      ChargeSource source, SourceConfig polled, Vehicles vehicles, PollHistory history) {
    Duration patience = config.smartcar().responseTimeout();
    return new SourceCondition(
        source.id(),
        polled,
        config.poll().timeZone(),
        history,
        () -> vehicles.forSource(source).size(),
        config.health().missedTicks(),
        patience,
        clock);
  }

  private void bind(Condition condition) throws Exception {
    binder.bind(PREFIX + condition.name(), new ConditionHealthCheck(condition));
  }
}
