package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.support.PluginHelper;

/**
 * Adds the routes of the configured sinks alone, with what they refer to: whoever sends to a sink's
 * URI reaches it as the module itself does. Nothing is polled, planned or remembered, and nothing
 * in the data directory is locked.
 */
public final class SinkRoutes implements RoutesBuilder {

  private final EvChargingConfig config;

  /**
   * Adds the routes of the sinks of a configuration.
   *
   * @param config checked
   */
  public SinkRoutes(EvChargingConfig config) {
    this.config = config;
  }

  @Override
  public void addRoutesToCamelContext(CamelContext context) throws Exception {
    Binder binder = new Binder(context);
    new DeliverBeans(binder, config, Clock.systemUTC()).bindSinks();
    if (config.usesJms()) {
      new JmsSetup(context, config.jms()).addComponent(new JmsComponent());
    }
    Collection<RoutesBuilder> builders =
        PluginHelper.getRoutesLoader(context)
            .findRoutesBuilders(CamelSurroundings.files(context, config.routes()));
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteBuilder routes) {
        routes.addLifecycleInterceptor(new OwnErrorHandlers());
      }
      if (builder instanceof RouteConfigurationsBuilder configurations) {
        context.addRoutesConfigurations(configurations);
      }
    }
    add(builders, context);
  }

  /** When all configurations are known: a route may name that of another file. */
  private void add(Collection<RoutesBuilder> builders, CamelContext context) throws Exception {
    Map<String, RouteDefinition> byAddress = new HashMap<>();
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteBuilder routes) {
        for (RouteDefinition route : routes.configureRoutes(context).getRoutes()) {
          byAddress.put(route.getInput().getEndpointUri(), route);
        }
      }
    }
    Set<RouteDefinition> wanted = reachable(byAddress);
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteBuilder routes) {
        routes.getRouteCollection().getRoutes().removeIf(route -> !wanted.contains(route));
        routes.getRestCollection().getRests().clear();
        context.addRoutes(routes);
      }
    }
  }

  /** The routes that a message to a sink's URI passes through. */
  private Set<RouteDefinition> reachable(Map<String, RouteDefinition> byAddress) {
    Set<RouteDefinition> reached = new HashSet<>();
    List<SinkConfig> sinks = config.deliver().sinks();
    sinks.forEach(sink -> reach(sink.uri(), byAddress, reached));
    return reached;
  }

  private static void reach(
      String uri, Map<String, RouteDefinition> byAddress, Set<RouteDefinition> reached) {
    RouteDefinition route = byAddress.get(uri);
    if (route != null && reached.add(route)) {
      ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), SendDefinition.class)
          .forEach(to -> reach(to.getEndpointUri(), byAddress, reached));
    }
  }

  @Override
  public Set<String> updateRoutesToCamelContext(CamelContext context) {
    throw new UnsupportedOperationException("they are added once");
  }

  @Override
  public void addTemplatedRoutesToCamelContext(CamelContext context) {
    // A sink's own route is none of a template.
  }
}
