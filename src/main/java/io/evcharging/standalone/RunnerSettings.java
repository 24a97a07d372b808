package io.evcharging.standalone;

import io.evcharging.CamelSurroundings;
import io.evcharging.config.Defaults;
import io.evcharging.config.Settings;
import io.evcharging.config.Surroundings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final String BEANS = "camel.beans.";

  private final CamelContext context;
  private final Map<String, String> settled;

  private RunnerSettings(CamelContext context, Map<String, String> settled) {
    this.context = context;
    this.settled = settled;
  }

  /**
   * Reads the files.
   *
   * @param locations as in {@link #install}
   * @param settled as in {@link #install}
   */
  static RunnerSettings of(String locations, Map<String, String> settled) {
    CamelContext context = new DefaultCamelContext(false);
    Map<String, String> values = new ConcurrentHashMap<>(settled);
    install(context, locations, values);
    context.build();
    return new RunnerSettings(context, values);
  }

  /** Settles more, or something else: it counts from now on. */
  void settle(Map<String, String> values) {
    settled.putAll(values);
  }

  /** All that is settled, for another context. */
  Map<String, String> settled() {
    return Map.copyOf(settled);
  }

  /**
   * Gives a context the values in force.
   *
   * @param context not yet built
   * @param locations property files, separated by commas, in Camel's notation
   * @param settled key to value, wins over everything; what is put there later does too
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
    return names(name -> name.startsWith(PREFIX));
  }

  private Set<String> names(Predicate<String> wanted) {
    Set<String> files =
        context.getPropertiesComponent().loadProperties(wanted).stringPropertyNames();
    return Stream.concat(files.stream(), System.getProperties().stringPropertyNames().stream())
        .filter(wanted)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What {@code run} will find: its own broker, the jars, the beans of Camel Main's settings. */
  Surroundings surroundings() {
    return new CamelSurroundings(context) {
      @Override
      public boolean hasBroker() {
        return true;
      }

      @Override
      public boolean hasComponent(String scheme) {
        return isBean(scheme) || isBean(scheme + "-component") || super.hasComponent(scheme);
      }

      @Override
      public Optional<String> obstacle(Path folder) {
        return DataDirectory.obstacle(folder);
      }
    };
  }

  /** Whether Camel Main is going to bind a bean: {@code camel.beans.<name>=#class:…}. */
  private boolean isBean(String name) {
    return !names(key -> key.equals(BEANS + name) || key.startsWith(BEANS + name + ".")).isEmpty();
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
      this.settled = settled;
    }

    @Override
    public @Nullable String parseProperty(
        String key, @Nullable String value, PropertiesLookup lookup) {
      return settled.getOrDefault(key, value);
    }
  }
}
