package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.discover.ConnectionsAnswer;
import io.evcharging.discover.ConnectionsFailure;
import io.evcharging.discover.ConnectionsGate;
import io.evcharging.discover.ConnectionsRequest;
import io.evcharging.discover.Discovery;
import io.evcharging.discover.SharedList;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.operate.ConnectionsCondition;
import io.evcharging.poll.SmartcarBearer;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Patience;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the routes of {@code discover.camel.yaml} refer to. */
final class DiscoverBeans {

  private final Binder binder;
  private final EvChargingConfig config;
  private final Clock clock;

  DiscoverBeans(Binder binder, EvChargingConfig config, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.clock = clock;
  }

  void bind(State state, @Nullable Nodes nodes) throws Exception {
    if (!config.vehicles().discovered()) {
      return;
    }
    Discovery discovery =
        new Discovery(
            config.vehicles(), nodes == null ? null : new SharedList(state, nodes), clock);
    ConnectionsRequest request =
        new ConnectionsRequest(binder.bound("evchargingSmartcarBearer", SmartcarBearer.class));
    binder.bind("evchargingDiscovery", discovery);
    binder.bind("evchargingConnectionsRequest", request);
    binder.bind(
        "evchargingConnectionsAnswer",
        new ConnectionsAnswer(
            request,
            discovery,
            binder.bound("evchargingPatience", Patience.class),
            config.poll().maxPages(),
            clock));
    binder.bind(
        "evchargingConnectionsGate",
        new ConnectionsGate(
            binder.bound("evchargingSuspensions", Suspensions.class),
            binder.bound("evchargingBudget", Budget.class),
            clock));
    binder.bind("evchargingConnectionsFailure", new ConnectionsFailure(discovery));
    binder.bind(
        "evchargingHealth-connections",
        new ConditionHealthCheck(new ConnectionsCondition(discovery)));
  }
}
