package io.evcharging.springboot;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/**
 * Flyway comes with this module, for tables of its own. To Spring Boot the mere jar is reason
 * enough to run it on the host's database. A host that has no migrations and has set nothing about
 * Flyway never asked for that; for any other host nothing is changed.
 */
public final class FlywayOnlyForHostsThatUseIt implements EnvironmentPostProcessor {

  private static final String PREFIX = "spring.flyway.";
  private static final String MIGRATIONS = "db/migration";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!isUsed(environment, application.getClassLoader())) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("evchargingFlyway", Map.of(PREFIX + "enabled", "false")));
    }
  }

  private static boolean isUsed(ConfigurableEnvironment environment, ClassLoader host) {
    return host.getResource(MIGRATIONS) != null
        || environment.getPropertySources().stream()
            .filter(EnumerablePropertySource.class::isInstance)
            .map(EnumerablePropertySource.class::cast)
            .anyMatch(FlywayOnlyForHostsThatUseIt::names);
  }

  private static boolean names(EnumerablePropertySource<?> source) {
    for (String name : source.getPropertyNames()) {
      if (name.startsWith(PREFIX) || name.startsWith("SPRING_FLYWAY_")) {
        return true;
      }
    }
    return false;
  }
}
