package io.evcharging.springboot;

import io.evcharging.EvChargingRoutes;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adds {@link EvChargingRoutes} to the Camel context of a Spring Boot application. The keys {@code
 * evcharging.…} are read from Spring's environment, with the packaged defaults below all of it.
 */
@AutoConfiguration
@ConditionalOnClass({CamelContext.class, EvChargingRoutes.class})
public class EvChargingAutoConfiguration {

  /** The routes, unless the application brings its own, on another clock for example. */
  @Bean
  @ConditionalOnMissingBean
  EvChargingRoutes evchargingRoutes() {
    return new EvChargingRoutes();
  }

  @Bean
  PropertiesSource evchargingSpringSettings(ConfigurableEnvironment environment) {
    return new SpringSettings(environment);
  }
}
