package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.state.State;
import io.evcharging.upstream.Patience;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;

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

  void bind(State state) throws Exception {
    Suspensions suspensions = new Suspensions(state, vehicles, clock);
    Patience patience = new Patience(suspensions, config.budget().refusedWait(), clock);
    binder.bind("evchargingSuspensions", suspensions);
    binder.bind("evchargingSmartcarFailures", new SmartcarFailures(patience, clock));
  }
}
