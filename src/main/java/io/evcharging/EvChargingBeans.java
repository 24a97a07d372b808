package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.normalise.Normaliser;
import io.evcharging.normalise.ObservationFigures;
import io.evcharging.normalise.ObservationProcessor;
import io.evcharging.state.State;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** Binds what the routes refer to. A bean that the host has bound under the same name stays. */
final class EvChargingBeans {

  private final CamelContext context;
  private final EvChargingConfig config;
  private final Clock clock;

  EvChargingBeans(CamelContext context, EvChargingConfig config, Clock clock) {
    this.context = context;
    this.config = config;
    this.clock = clock;
  }

  void bind() throws Exception {
    Binder binder = new Binder(context);
    new TokenBeans(binder, config, clock).bind();
    Vehicles vehicles = Vehicles.open(config.vehicles());
    new PollBeans(binder, config, vehicles, clock).bind();
    ObservationFigures figures = new ObservationFigures();
    binder.bind("evchargingObservationFigures", figures);
    binder.bind("evchargingNormaliser", new ObservationProcessor(new Normaliser(), figures));
    new DeliverBeans(binder, config, clock).bind();
    State state = State.open(config.dataDirectory());
    binder.closeWithContext(state);
    new CommandBeans(context, binder, config, vehicles, clock).bind(state);
    if (config.usesJms()) {
      new JmsSetup(context, config.jms()).addComponent();
    }
  }
}
