package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SmartcarConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.poll.BoundedHttpClient;
import io.evcharging.poll.Planner;
import io.evcharging.poll.PollAnswer;
import io.evcharging.poll.PollFailure;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.poll.PollStart;
import io.evcharging.poll.PollSuccess;
import io.evcharging.poll.SmartcarBearer;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.poll.SmartcarRequest;
import java.time.Clock;

/** What the routes of {@code plan.camel.yaml} and {@code poll.camel.yaml} refer to. */
final class PollBeans {

  private final Binder binder;
  private final EvChargingConfig config;
  private final Vehicles vehicles;
  private final Clock clock;

  PollBeans(Binder binder, EvChargingConfig config, Vehicles vehicles, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.vehicles = vehicles;
    this.clock = clock;
  }

  void bind() throws Exception {
    SmartcarConfig smartcar = config.smartcar();
    SmartcarRequest request =
        new SmartcarRequest(binder.bound("evchargingSmartcarBearer", SmartcarBearer.class));
    PollOutcomes outcomes = new PollOutcomes();
    new HealthBeans(binder, config, clock).bind(vehicles, outcomes);
    binder.bind("evchargingPlanner", new Planner(vehicles, outcomes));
    binder.bind("evchargingPollStart", new PollStart(vehicles, request));
    binder.bind(
        "evchargingPollAnswer",
        new PollAnswer(
            request, new SmartcarFailures(clock), outcomes, clock, config.poll().maxPages()));
    binder.bind("evchargingPollOutcomes", outcomes);
    binder.bind("evchargingPollSuccess", new PollSuccess(outcomes));
    binder.bind("evchargingPollFailure", new PollFailure(outcomes));
    BoundedHttpClient client =
        new BoundedHttpClient(
            smartcar.maxAnswerBytes(),
            smartcar.connectTimeout(),
            smartcar.responseTimeout(),
            clock);
    binder.bind("evchargingSmartcarClient", client);
    binder.whenStopping(client::stop);
  }
}
