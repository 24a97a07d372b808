package io.evcharging;

import io.evcharging.config.ConfigurationException;
import io.evcharging.config.Defaults;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.source.ChargeSource;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/**
 * Adds the whole module to a Camel context: {@code context.addRoutes(new EvChargingRoutes())}.
 *
 * <p>The keys of {@code config/evcharging.properties} are read from the context's own properties,
 * and its defaults are installed below them. All that it adds to the context (routes, endpoints,
 * beans, one component) has a name that begins with {@code evcharging}.
 */
public final class EvChargingRoutes implements RoutesBuilder {

  private final Clock clock;

  /** Runs on the system's clock. */
  public EvChargingRoutes() {
    this(Clock.systemUTC());
  }

  /**
   * Runs on another clock. Schedules are Quartz's, and follow the system's clock all the same.
   *
   * @param clock what time stamps are taken from
   */
  public EvChargingRoutes(Clock clock) {
    this.clock = clock;
  }

  /**
   * Checks the configuration, then adds the routes of the files that {@code evcharging.routes}
   * names, one planning route for each source that is switched on, and two for each sink.
   *
   * @throws ConfigurationException with all faults, before anything was added
   */
  @Override
  public void addRoutesToCamelContext(CamelContext context) throws Exception {
    CamelSettings settings = new CamelSettings(context);
    settings.installDefaults(Defaults.inAHost());
    EvChargingConfig config = EvChargingConfig.read(settings, new CamelSurroundings(context));
    new EvChargingBeans(context, config, clock).bind();
    load(context, CamelSurroundings.files(context, config.routes()), config.door().enabled());
    for (ChargeSource source : ChargeSource.values()) {
      if (config.poll().enabled(source)) {
        addFromTemplate(context, "evcharging-plan", "source", source.id());
      }
    }
    for (SinkConfig sink : config.deliver().sinks()) {
      addFromTemplate(context, "evcharging-deliver-sink", "sink", sink.name());
      if (config.channels().durable()) {
        addFromTemplate(context, "evcharging-deliver-journal", "sink", sink.name());
      } else if (config.channels().kafka()) {
        addFromTemplate(context, "evcharging-deliver-kafka", "sink", sink.name());
      } else {
        addFromTemplate(context, "evcharging-deliver-memory-sink", "sink", sink.name());
      }
    }
  }

  /** In Camel's own order: a route may name the configuration of another file. */
  private static void load(CamelContext context, List<Resource> files, boolean rest)
      throws Exception {
    Collection<RoutesBuilder> builders =
        PluginHelper.getRoutesLoader(context).findRoutesBuilders(files);
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteBuilder routes) {
        routes.addLifecycleInterceptor(new OwnErrorHandlers());
        if (!rest) {
          routes.addLifecycleInterceptor(new NoRest());
        }
      }
      if (builder instanceof RouteConfigurationsBuilder configurations) {
        context.addRoutesConfigurations(configurations);
      }
    }
    for (RoutesBuilder builder : builders) {
      context.addRoutes(builder);
    }
    for (RoutesBuilder builder : builders) {
      context.addTemplatedRoutes(builder);
    }
  }

  /** A REST service needs a component for it, which a host may not have. */
  private static final class NoRest implements RouteBuilderLifecycleStrategy {
    @Override
    public void afterConfigure(RouteBuilder builder) {
      builder.getRestCollection().getRests().clear();
    }
  }

  private static void addFromTemplate(
      CamelContext context, String template, String parameter, String value) {
    TemplatedRouteBuilder.builder(context, template)
        .routeId(template + "-" + value)
        .parameter(parameter, value)
        .add();
  }

  @Override
  public void addTemplatedRoutesToCamelContext(CamelContext context) {
    // Added with the rest: they need the templates.
  }

  @Override
  public Set<String> updateRoutesToCamelContext(CamelContext context) throws Exception {
    throw new UnsupportedOperationException(
        "evcharging cannot be updated in a running context: stop it and start anew");
  }
}
