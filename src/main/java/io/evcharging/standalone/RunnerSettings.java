package io.evcharging.standalone;

import io.evcharging.config.Defaults;
import io.evcharging.config.Settings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.DefaultPropertiesParser;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.component.properties.PropertiesLookup;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The values in force, by Camel's own rule: the environment, then {@code -D}, then the files, then
 * the packaged defaults. What the runner itself has settled, such as the port behind 0, stands
 * above them all.
 */
final class RunnerSettings implements Settings, AutoCloseable {

  private static final String PREFIX = "evcharging.";

  private final CamelContext context;

  private RunnerSettings(CamelContext context) {
    this.context = context;
  }

  /**
   * Reads the files.
   *
   * @param locations as in {@link #install}
   * @param settled as in {@link #install}
   */
  static RunnerSettings of(String locations, Map<String, String> settled) {
    CamelContext context = new DefaultCamelContext(false);
    install(context, locations, settled);
    context.build();
    return new RunnerSettings(context);
  }

  /**
   * Gives a context the values in force.
   *
   * @param context not yet built
   * @param locations property files, separated by commas, in Camel's notation
   * @param settled key to value, wins over everything
   */
  static void install(CamelContext context, String locations, Map<String, String> settled) {
    PropertiesComponent properties = (PropertiesComponent) context.getPropertiesComponent();
    properties.setLocation(locations);
    Defaults.load().forEach(properties::addInitialProperty);
    properties.setPropertiesParser(new SettledFirst(properties, settled));
  }

  @Override
  public @Nullable String get(String key) {
    return context.getPropertiesComponent().resolveProperty(key).orElse(null);
  }

  @Override
  public Set<String> names() {
    Predicate<String> ours = name -> name.startsWith(PREFIX);
    Set<String> files = context.getPropertiesComponent().loadProperties(ours).stringPropertyNames();
    return Stream.concat(files.stream(), System.getProperties().stringPropertyNames().stream())
        .filter(ours)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void close() {
    context.stop();
  }

  /**
   * Camel lets the environment win over every property that a program sets, so this is asked last.
   */
  private static final class SettledFirst extends DefaultPropertiesParser {

    private final Map<String, String> settled;

    SettledFirst(PropertiesComponent properties, Map<String, String> settled) {
      super(properties);
      this.settled = Map.copyOf(settled);
    }

    @Override
    public @Nullable String parseProperty(
        String key, @Nullable String value, PropertiesLookup lookup) {
      return settled.getOrDefault(key, value);
    }
  }
}
