package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.ConfigurationException;
import io.evcharging.config.Fault;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(SmartcarSimulatorExtension.class)
class SpringBootTest {

  @TempDir private Path directory;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Charging charging() {
      return new Charging();
    }
  }

  @Test
  void shouldDeliverToAHostsEndpointWithTheHostsSettingsAboveTheDefaults(SmartcarSimulator cars)
      throws Exception {
    Properties settings = Host.settings(cars, directory);
    settings.setProperty("evcharging.poll.concurrency", "3");
    settings.setProperty("evcharging.poll.max-pages", "4");
    System.setProperty("evcharging.poll.max-pages", "5");
    try (ConfigurableApplicationContext application =
        run(settings, "--evcharging.poll.time-zone=Europe/Berlin")) {
      CamelContext context = application.getBean(CamelContext.class);

      application.getBean(Charging.class).assertSeesBothBrands();
      assertEquals("3", value(context, "poll.concurrency"), "set in application.properties");
      assertEquals("5", value(context, "poll.max-pages"), "set there, and by -D");
      assertEquals("Europe/Berlin", value(context, "poll.time-zone"), "set as an argument");
      assertEquals("10000", value(context, "deliver.queue-size"), "not set");
    } finally {
      System.clearProperty("evcharging.poll.max-pages");
    }
  }

  @Test
  void shouldRefuseToStartWithEveryFaultOfSpringsEnvironment(SmartcarSimulator cars)
      throws Exception {
    Properties settings = Host.settings(cars, directory);
    settings.setProperty("evcharging.poll.concurency", "3");
    settings.setProperty("evcharging.poll.max-pages", "many");
    settings.setProperty("evcharging.data-directory", "${no.such.key}");

    Exception refusal = assertThrows(Exception.class, () -> run(settings).close());

    ConfigurationException cause =
        (ConfigurationException)
            Stream.<Throwable>iterate(refusal, t -> t != null, Throwable::getCause)
                .filter(ConfigurationException.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("refused for another reason", refusal));
    List<String> keys = cause.faults().stream().map(Fault::where).toList();
    assertTrue(
        keys.containsAll(
            List.of(
                "evcharging.poll.concurency",
                "evcharging.poll.max-pages",
                "evcharging.data-directory")),
        cause.getMessage());
  }

  @Test
  void shouldLeaveTheDatabaseOfTheHostAlone(SmartcarSimulator cars) throws Exception {
    Properties settings = Host.settings(cars, directory);
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    settings.setProperty("spring.datasource.url", url);
    try (Connection host = DriverManager.getConnection(url, "sa", "")) {
      host.createStatement().execute("create table orders (id int)");

      run(settings).close();

      assertEquals(List.of("ORDERS"), tables(host));
    }
  }

  @Test
  void shouldLeaveFlywayToAHostThatUsesIt(SmartcarSimulator cars) throws Exception {
    Properties settings = Host.settings(cars, directory);
    settings.setProperty("spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID());
    settings.setProperty("spring.flyway.locations", "classpath:io/evcharging/state");

    try (ConfigurableApplicationContext application = run(settings)) {
      assertEquals(1, application.getBeansOfType(Flyway.class).size());
    }
  }

  private static List<String> tables(Connection host) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables = host.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private ConfigurableApplicationContext run(Properties settings, String... arguments)
      throws Exception {
    Path file = Host.file(settings, directory.resolve("application.properties"));
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("spring.config.location=file:" + file)
        .run(arguments);
  }

  private static String value(CamelContext context, String key) {
    return context.resolvePropertyPlaceholders("{{evcharging." + key + "}}");
  }
}
