package io.evcharging.embedding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.spi.BeanIntrospection;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.support.PluginHelper;

/**
 * What a guest could change in a host's context.
 *
 * @param names kind to names: everything that a guest may add to, under names of its own
 * @param options what it may not touch
 */
record Snapshot(Map<String, Set<String>> names, Map<String, Object> options) {

  static Snapshot of(DefaultCamelContext context) {
    return new Snapshot(names(context), options(context));
  }

  /** What has come since, each as {@code kind name}. */
  Set<String> addedTo(Snapshot earlier) {
    return differenceOf(this, earlier);
  }

  /** What has gone since. */
  Set<String> missingOf(Snapshot earlier) {
    return differenceOf(earlier, this);
  }

  private static Set<String> differenceOf(Snapshot all, Snapshot without) {
    Set<String> difference = new TreeSet<>();
    all.names.forEach(
        (kind, names) ->
            names.stream()
                .filter(name -> !without.names.getOrDefault(kind, Set.of()).contains(name))
                .forEach(name -> difference.add(kind + " " + name)));
    return difference;
  }

  private static Map<String, Set<String>> names(DefaultCamelContext context) {
    return Map.of(
        "bean", context.getRegistry().findByTypeWithName(Object.class).keySet(),
        "component", Set.copyOf(context.getComponentNames()),
        "endpoint", set(context.getEndpoints().stream().map(Endpoint::getEndpointUri)),
        "route", set(context.getRoutes().stream().map(Route::getId)),
        "template", ids(context.getRouteTemplateDefinitions()),
        "configuration", ids(context.getRouteConfigurationDefinitions()),
        "property", context.getPropertiesComponent().loadProperties().stringPropertyNames(),
        "data format", context.getDataFormatNames(),
        "language", context.getLanguageNames(),
        "global option", context.getGlobalOptions().keySet());
  }

  private static Set<String> ids(List<? extends OptionalIdentifiedDefinition<?>> definitions) {
    return set(definitions.stream().map(OptionalIdentifiedDefinition::getId));
  }

  private static Set<String> set(Stream<String> names) {
    return names.map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Object> options(DefaultCamelContext context) {
    Map<String, Object> options = new HashMap<>();
    flags(context, options);
    ShutdownStrategy shutdown = context.getShutdownStrategy();
    ExecutorServiceManager executors = context.getExecutorServiceManager();
    ExtendedCamelContext extension = context.getCamelContextExtension();
    options.put("error handler", extension.getErrorHandlerFactory());
    options.put("shutdown strategy", shutdown);
    options.put("shutdown timeout", shutdown.getTimeout());
    options.put("default pool", executors.getDefaultThreadPoolProfile().toString());
    options.put("thread names", executors.getThreadNamePattern());
    options.put("converters", context.getTypeConverterRegistry().size());
    options.put("interceptors", List.copyOf(extension.getInterceptStrategies()));
    options.put("log listeners", List.copyOf(extension.getLogListeners()));
    options.put("route policies", List.copyOf(context.getRoutePolicyFactories()));
    options.put("notifiers", List.copyOf(context.getManagementStrategy().getEventNotifiers()));
    for (String name : context.getComponentNames()) {
      component(context, name, options);
    }
    return options;
  }

  private static void flags(DefaultCamelContext context, Map<String, Object> options) {
    options.put("stream caching", context.isStreamCaching());
    options.put("message history", context.isMessageHistory());
    options.put("original message", context.isAllowUseOriginalMessage());
    options.put("tracing", context.isTracing());
    options.put("MDC logging", context.isUseMDCLogging());
    options.put("breadcrumbs", context.isUseBreadcrumb());
    options.put("log mask", context.isLogMask());
    options.put("auto start", context.isAutoStartup());
    options.put("type converter statistics", context.isTypeConverterStatisticsEnabled());
  }

  /** Each setting of a component of the host, by its getter. */
  private static void component(
      DefaultCamelContext context, String name, Map<String, Object> options) {
    Component component = context.hasComponent(name);
    BeanIntrospection introspection = PluginHelper.getBeanIntrospection(context);
    introspection.getProperties(component, options, "component " + name + ": ");
  }

  /** The options of an earlier snapshot, as they are now. */
  Map<String, Object> optionsOf(Snapshot earlier) {
    Map<String, Object> now = new HashMap<>(options);
    now.keySet().retainAll(earlier.options.keySet());
    return now;
  }
}
