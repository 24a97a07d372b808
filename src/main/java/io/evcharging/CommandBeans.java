package io.evcharging;

import io.evcharging.command.Actuator;
import io.evcharging.command.CommandEvents;
import io.evcharging.command.Commanding;
import io.evcharging.command.Sharing;
import io.evcharging.command.TeslaAmmeterActuator;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.door.AmperageProcessor;
import io.evcharging.door.CommandAllowance;
import io.evcharging.door.CommandEventMessage;
import io.evcharging.door.CommandReader;
import io.evcharging.door.CommandSwitch;
import io.evcharging.door.JmsCommand;
import io.evcharging.door.JmsDeadLetter;
import io.evcharging.door.JmsOutcome;
import io.evcharging.door.JmsResult;
import io.evcharging.door.ObservedCommands;
import io.evcharging.door.SleepingVehicles;
import io.evcharging.door.SmartcarCommandCall;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.poll.SmartcarBearer;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.poll.SmartcarRequest;
import io.evcharging.state.State;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** What the routes of {@code command*.camel.yaml} refer to. */
final class CommandBeans {

  private static final String ACTUATOR = "evchargingActuator-";

  private final CamelContext context;
  private final Binder binder;
  private final EvChargingConfig config;
  private final Vehicles vehicles;
  private final Clock clock;

  CommandBeans(
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

  void bind(State state, Sharing sharing) throws Exception {
    ProducerTemplate template = binder.template();
    binder.bind("evchargingCommandSwitch", new CommandSwitch(config.command().enabled()));
    binder.bind(
        ACTUATOR + BrandCapabilities.TESLA_AMMETER,
        new TeslaAmmeterActuator(
            new SmartcarCommandCall(
                vehicles,
                template,
                new SmartcarRequest(binder.bound("evchargingSmartcarBearer", SmartcarBearer.class)),
                binder.bound("evchargingSmartcarFailures", SmartcarFailures.class),
                new CommandAllowance(
                    vehicles,
                    binder.bound("evchargingSuspensions", Suspensions.class),
                    binder.bound("evchargingBudget", Budget.class),
                    clock))));
    Commanding commanding =
        Commanding.open(config.command(), surroundings(state, events(template), sharing), clock);
    binder.closeWithContext(commanding);
    binder.bind("evchargingCommanding", commanding);
    binder.bind("evchargingCommandOutcomes", commanding.outcomes());
    binder.bind("evchargingAmperageCommand", new AmperageProcessor(commanding.commands()));
    binder.bind("evchargingCommandReader", new CommandReader(commanding.commands()));
    binder.bind("evchargingObservedCommands", new ObservedCommands(commanding.confirmations()));
    binder
        .bound("evchargingPollOutcomes", PollOutcomes.class)
        .listen(new SleepingVehicles(commanding.confirmations()));
    binder.bind("evchargingJmsCommand", new JmsCommand());
    binder.bind("evchargingJmsOutcome", new JmsOutcome());
    binder.bind("evchargingJmsResult", new JmsResult());
    binder.bind("evchargingJmsDeadLetter", new JmsDeadLetter());
    binder.bind("evchargingCommandEvent", new CommandEventMessage());
  }

  private Commanding.Surroundings surroundings(State state, CommandEvents events, Sharing sharing) {
    CommandSwitch enabled = binder.bound("evchargingCommandSwitch", CommandSwitch.class);
    return new Commanding.Surroundings(
        vehicles,
        state.jdbi(),
        config.dataDirectory(),
        actuators(),
        events,
        enabled::isEnabled,
        config.poll()::enabled,
        sharing);
  }

  private Map<String, Actuator> actuators() {
    Map<String, Actuator> byName = new HashMap<>();
    context
        .getRegistry()
        .findByTypeWithName(Actuator.class)
        .forEach(
            (name, actuator) -> {
              if (name.startsWith(ACTUATOR)) {
                byName.put(name.substring(ACTUATOR.length()), actuator);
              }
            });
    return byName;
  }

  private static CommandEvents events(ProducerTemplate template) {
    return event -> template.sendBody("direct:evcharging-command-event", event);
  }
}
