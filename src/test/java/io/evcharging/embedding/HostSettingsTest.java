package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.EvChargingRoutes;
import io.evcharging.config.ConfigurationException;
import io.evcharging.config.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.component.properties.DefaultPropertiesParser;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a host sets a key, it wins over the default; what is wrong is refused as a whole. */
class HostSettingsTest {

  private static final String KEY = "evcharging.poll.time-zone";
  private static final String DIRECTORY = "evcharging.deliver.file.directory";

  @TempDir private Path directory;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final PropertiesComponent properties =
      (PropertiesComponent) context.getPropertiesComponent();

  @BeforeEach
  void setWhatIsNeeded() throws IOException {
    Path vehicles = Files.writeString(directory.resolve("vehicles.yaml"), "vehicles: []");
    properties.addInitialProperty("evcharging.smartcar.access-token", "secret-token");
    properties.addInitialProperty("evcharging.vehicles", vehicles.toString());
    properties.addInitialProperty("evcharging.data-directory", directory.toString());
    properties.addInitialProperty("evcharging.deliver.sinks", "file");
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void shouldTakeTheDefaultWhereTheHostSetsNothing() throws Exception {
    assertEquals("UTC", inForce());
  }

  @Test
  void shouldTakeInitialProperties() throws Exception {
    properties.addInitialProperty(KEY, "Europe/Berlin");

    assertEquals("Europe/Berlin", inForce());
  }

  @Test
  void shouldTakeALocation() throws Exception {
    Properties settings = new Properties();
    settings.setProperty(KEY, "Europe/Berlin");
    properties.addLocation("file:" + Host.file(settings, directory.resolve("host.properties")));

    assertEquals("Europe/Berlin", inForce());
  }

  @Test
  void shouldTakeOverrideProperties() throws Exception {
    properties.addInitialProperty(KEY, "Europe/Paris");
    properties.addOverrideProperty(KEY, "Europe/Berlin");

    assertEquals("Europe/Berlin", inForce());
  }

  @Test
  void shouldTakeASystemProperty() throws Exception {
    properties.addOverrideProperty(KEY, "Europe/Paris");
    System.setProperty(KEY, "Europe/Berlin");
    try {
      assertEquals("Europe/Berlin", inForce());
    } finally {
      System.clearProperty(KEY);
    }
  }

  @Test
  void shouldTakeWhatOnlyTheRuntimesOwnParserKnows() throws Exception {
    properties.setPropertiesParser(new RuntimeParser(Map.of(KEY, "Europe/Berlin")));

    assertEquals("Europe/Berlin", inForce());
  }

  @Test
  void shouldTakeAValueThatNamesAKeyWithADefault() throws Exception {
    properties.addInitialProperty(DIRECTORY, "{{evcharging.data-directory}}/lines");
    addRoutes();

    assertEquals(
        directory + "/lines", context.resolvePropertyPlaceholders("{{" + DIRECTORY + "}}"));
    assertTrue(
        context.getRegistry().findByTypeWithName(Object.class).containsKey("evchargingFile"));
  }

  @Test
  void shouldNameEveryFaultAndAddNothing() {
    properties.addInitialProperty(KEY, "Mars/Olympus");
    properties.addInitialProperty("evcharging.poll.concurency", "3");
    properties.addInitialProperty("evcharging.deliver.queue-size", "many");
    properties.addInitialProperty(DIRECTORY, "{{no.such.key}}");
    properties.addInitialProperty("evcharging.deliver.sinks", "file,jms");

    ConfigurationException refusal = assertThrows(ConfigurationException.class, this::addRoutes);

    assertEquals(
        Set.of(
            KEY,
            "evcharging.poll.concurency",
            "evcharging.deliver.queue-size",
            DIRECTORY,
            "evcharging.jms.broker-url"),
        Set.copyOf(refusal.faults().stream().map(Fault::where).toList()));
    assertNothingAdded();
  }

  @Test
  void shouldAddNothingWhenTheVehiclesFileIsBroken() throws IOException {
    Files.writeString(directory.resolve("vehicles.yaml"), "vehicles: [{id: 1}]");

    assertThrows(ConfigurationException.class, this::addRoutes);
    assertNothingAdded();
  }

  @Test
  void shouldAddNothingWhenThereIsNoRouteFile() {
    properties.addInitialProperty("evcharging.routes", "file:" + directory + "/*.camel.yaml");

    assertThrows(IllegalArgumentException.class, this::addRoutes);
    assertNothingAdded();
  }

  @Test
  void shouldStartAfterTheFaultsAreGone() throws Exception {
    properties.addInitialProperty(KEY, "Mars/Olympus");
    assertThrows(ConfigurationException.class, this::addRoutes);

    properties.addInitialProperty(KEY, "Europe/Berlin");

    assertEquals("Europe/Berlin", inForce());
    assertFalse(context.getRouteDefinitions().isEmpty());
  }

  private String inForce() throws Exception {
    addRoutes();
    return context.resolvePropertyPlaceholders("{{" + KEY + "}}");
  }

  private void addRoutes() throws Exception {
    context.addRoutes(new EvChargingRoutes());
  }

  private void assertNothingAdded() {
    assertAll(
        () -> assertEquals(Map.of(), context.getRegistry().findByTypeWithName(Object.class)),
        () -> assertEquals(List.of(), context.getRouteDefinitions()),
        () -> assertEquals(List.of(), context.getRouteConfigurationDefinitions()),
        () -> assertEquals(List.of(), context.getRouteTemplateDefinitions()),
        () -> assertEquals(Set.of(), context.getComponentNames()),
        () -> assertEquals(List.of(), List.copyOf(context.getEndpoints())));
  }

  /** As Spring's: it knows more than Camel's own places, and is asked last. */
  private static final class RuntimeParser extends DefaultPropertiesParser {

    private final Map<String, String> values;

    RuntimeParser(Map<String, String> values) {
      this.values = values;
    }

    @Override
    public @Nullable String customLookup(String key) {
      return values.get(key);
    }
  }
}
