package io.evcharging.springboot;

import java.util.Properties;
import java.util.function.Predicate;
import org.apache.camel.Ordered;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The keys {@code evcharging.…} of Spring's environment, as a source of Camel's properties. Camel
 * asks the environment by itself, but only after its initial properties, where the defaults are,
 * and it cannot list the environment's names, so a misspelt key would pass. The last of the
 * sources, as the environment is without it.
 */
final class SpringSettings implements LoadablePropertiesSource, Ordered {

  private static final String PREFIX = "evcharging.";

  private final ConfigurableEnvironment environment;

  SpringSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public String getName() {
    return "evcharging-spring";
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST;
  }

  @Override
  public @Nullable String getProperty(String name) {
    return name.startsWith(PREFIX) ? environment.getProperty(name) : null;
  }

  @Override
  public Properties loadProperties() {
    return loadProperties(name -> true);
  }

  /** A value whose placeholders cannot be resolved stands here as it is written. */
  @Override
  public Properties loadProperties(Predicate<String> filter) {
    Properties found = new Properties();
    environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(EnumerablePropertySource.class::cast)
        .forEach(source -> addTo(found, source, filter));
    return found;
  }

  private void addTo(
      Properties found, EnumerablePropertySource<?> source, Predicate<String> filter) {
    for (String name : source.getPropertyNames()) {
      Object value = source.getProperty(name);
      if (value != null && name.startsWith(PREFIX) && filter.test(name)) {
        found.putIfAbsent(name, environment.resolvePlaceholders(value.toString()));
      }
    }
  }

  @Override
  public void reloadProperties(String location) {
    // Nothing is kept: the environment is asked each time.
  }
}
