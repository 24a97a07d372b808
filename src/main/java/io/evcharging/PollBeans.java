package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.PollClient;
import io.evcharging.config.SmartcarConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.http.AsyncHttpClient;
import io.evcharging.http.AsyncHttpComponent;
import io.evcharging.http.CamelHttpInstead;
import io.evcharging.http.HttpBounds;
import io.evcharging.http.HttpReach;
import io.evcharging.poll.BoundedHttpClient;
import io.evcharging.poll.Intake;
import io.evcharging.poll.NotAsked;
import io.evcharging.poll.Planner;
import io.evcharging.poll.PollAnswer;
import io.evcharging.poll.PollFailure;
import io.evcharging.poll.PollGate;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.poll.PollRetries;
import io.evcharging.poll.PollSlots;
import io.evcharging.poll.PollStart;
import io.evcharging.poll.PollSuccess;
import io.evcharging.poll.PollWatch;
import io.evcharging.poll.SmartcarBearer;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.poll.SmartcarRequest;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Planning;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;

/** What the routes of {@code plan.camel.yaml} and {@code poll.camel.yaml} refer to. */
final class PollBeans {

  private static final String COMPONENT = "evcharging-http";
  private static final String FOR_ALL = "evchargingSmartcarClient";

  private final CamelContext context;
  private final Binder binder;
  private final EvChargingConfig config;
  private final Vehicles vehicles;
  private final Clock clock;

  PollBeans(
      CamelContext context,
      Binder binder,
      EvChargingConfig config,
      Vehicles vehicles,
      Clock clock) {
    this.context = context;
    this.binder = binder;
    this.config = config;
    this.vehicles = vehicles;
    this.clock = clock;
  }

  /**
   * Binds them.
   *
   * @param cutOff whether this node is, at any time
   */
  void bind(BooleanSupplier cutOff) throws Exception {
    SmartcarRequest request =
        new SmartcarRequest(binder.bound("evchargingSmartcarBearer", SmartcarBearer.class));
    PollOutcomes outcomes = new PollOutcomes();
    Suspensions suspensions = binder.bound("evchargingSuspensions", Suspensions.class);
    Planning plan = binder.bound("evchargingPlan", Planning.class);
    PollWatch watch = new PollWatch(context, outcomes, clients(), config.poll().deadline(), clock);
    Intake intake = new Intake(cutOff);
    binder.whenStopping(intake::close);
    binder.bind("evchargingIntake", intake);
    binder.bind("evchargingPollSlots", new PollSlots(config.poll().concurrency(), intake));
    new HealthBeans(binder, config, clock).bind(vehicles, outcomes, watch);
    binder.bind("evchargingPlanner", new Planner(plan, outcomes, cutOff));
    binder.bind("evchargingNotAsked", new NotAsked(plan));
    binder.bind("evchargingPollStart", new PollStart(vehicles, request, watch, plan, clock));
    binder.bind(
        "evchargingPollAnswer",
        new PollAnswer(
            request,
            binder.bound("evchargingSmartcarFailures", SmartcarFailures.class),
            outcomes,
            clock,
            config.poll().maxPages()));
    binder.bind(
        "evchargingPollGate",
        new PollGate(suspensions, binder.bound("evchargingBudget", Budget.class), clock));
    binder.bind("evchargingPollWatch", watch);
    binder.bind("evchargingPollRetry", retry());
    binder.bind(
        "evchargingPollRetries",
        new PollRetries(
            config.poll().retries(),
            config.poll().retryDelay(),
            intake,
            () -> ThreadLocalRandom.current().nextDouble(),
            clock));
    binder.bind("evchargingPollOutcomes", outcomes);
    binder.bind("evchargingPollSuccess", new PollSuccess(outcomes, plan));
    binder.bind("evchargingPollFailure", new PollFailure(outcomes, plan, intake));
  }

  /** No thread waits for a retry; evchargingPollRetries says how often, and after how long. */
  private static RedeliveryPolicy retry() {
    RedeliveryPolicy policy = new RedeliveryPolicy();
    policy.setMaximumRedeliveries(-1);
    policy.setMaximumRedeliveryDelay(-1); // not Camel's minute
    policy.setAsyncDelayedRedelivery(true);
    policy.setAllowRedeliveryWhileStopping(false);
    return policy;
  }

  /**
   * The client for polls as the component {@code evcharging-http}, and the one for all else.
   *
   * @return ends their overdue calls
   */
  private Consumer<Instant> clients() throws Exception {
    BoundedHttpClient forAll = forAll();
    if (config.poll().client() == PollClient.CAMEL_HTTP) {
      addComponent(new CamelHttpInstead(context, FOR_ALL, config.poll().concurrency()));
      return forAll::cancelOverdue;
    }
    SmartcarConfig smartcar = config.smartcar();
    AsyncHttpClient forPolls =
        new AsyncHttpClient(
            new HttpBounds(
                smartcar.maxAnswerBytes(),
                smartcar.connectTimeout(),
                smartcar.responseTimeout(),
                config.poll().concurrency()),
            HttpReach.of(context, scheme(smartcar)),
            clock);
    binder.whenStopIsLate(forPolls::stop);
    binder.closeWithContext(forPolls);
    addComponent(new AsyncHttpComponent(context, forPolls, config.poll().threads()));
    return now -> {
      forAll.cancelOverdue(now);
      forPolls.cancelOverdue(now);
    };
  }

  private static String scheme(SmartcarConfig smartcar) {
    boolean plain =
        "http".equalsIgnoreCase(smartcar.apiUrl().getScheme())
            && "http".equalsIgnoreCase(smartcar.vehicleUrl().getScheme());
    return plain ? "http" : "https";
  }

  /** Unless the host has one of that name. */
  private void addComponent(Component component) {
    if (context.hasComponent(COMPONENT) == null) {
      context.addComponent(COMPONENT, component);
    }
  }

  private BoundedHttpClient forAll() throws Exception {
    SmartcarConfig smartcar = config.smartcar();
    BoundedHttpClient client =
        new BoundedHttpClient(
            smartcar.maxAnswerBytes(),
            smartcar.connectTimeout(),
            smartcar.responseTimeout(),
            clock);
    binder.bind(FOR_ALL, client);
    binder.whenStopIsLate(client::stop);
    return client;
  }
}
