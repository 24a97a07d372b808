package io.evcharging;

import io.evcharging.config.Settings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesComponent;
import org.jspecify.annotations.Nullable;

/** The settings in force in a Camel context, by Camel's own rules. */
final class CamelSettings implements Settings {

  private static final String PREFIX = "evcharging.";

  private final PropertiesComponent properties;

  CamelSettings(CamelContext context) {
    this.properties = context.getPropertiesComponent();
  }

  /**
   * Puts the defaults below everything else: whatever the host has set stays. Camel's initial
   * properties are not the last place where it looks (a runtime's own, such as Spring's
   * environment, comes after them), so a key that has a value anywhere gets no default.
   */
  void installDefaults(Map<String, String> defaults) {
    defaults.forEach(
        (key, value) -> {
          if (!isSet(key)) {
            properties.addInitialProperty(key, value);
          }
        });
  }

  /** Looks at the value as it is written: what its placeholders stand for may not be known yet. */
  private boolean isSet(String key) {
    try {
      return properties.parseUri("{{?" + key + "?nested=false}}", false) != null;
    } catch (IllegalArgumentException setButBroken) {
      return true;
    }
  }

  @Override
  public @Nullable String get(String key) {
    return properties.resolveProperty(key).orElse(null);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    Stream.concat(
            properties
                .loadProperties(name -> name.startsWith(PREFIX))
                .stringPropertyNames()
                .stream(),
            System.getProperties().stringPropertyNames().stream())
        .filter(name -> name.startsWith(PREFIX))
        .forEach(names::add);
    return names;
  }
}
