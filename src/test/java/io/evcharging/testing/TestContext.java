package io.evcharging.testing;

import io.evcharging.EvChargingRoutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A host's Camel context with the routes in it: no schedule fires, polls are made in the caller's
 * thread, and one car of each kind is in the vehicles file.
 */
public final class TestContext implements AutoCloseable {

  private static final String VEHICLES =
      """
      vehicles:
        - {id: tesla-1, brand: tesla, sources: [tesla-charge, charge-voltage]}
        - {id: audi-1, brand: AUDI}
        - {id: vw-1, brand: Volkswagen, userId: user-1}
      """;

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Properties settings = new Properties();
  private Clock clock = Clock.systemUTC();

  private TestContext(Path directory) throws Exception {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, VEHICLES);
    with("evcharging.smartcar.access-token", "secret-token");
    with("evcharging.vehicles", vehicles.toString());
    with("evcharging.data-directory", directory.toString());
    with("evcharging.polls", "direct:evcharging-polls");
    with("evcharging.poll.retry-delay", "1ms");
    // In twelve hours: a test that counts calls polls by itself, whatever the minute.
    String far = "0 0 %d * * ?".formatted((LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24);
    for (String source : List.of("tesla-charge", "audi-charge", "charge-signals")) {
      with("evcharging.poll." + source + ".schedule", far);
    }
    with("evcharging.poll.adaptive.enabled", "false");
    with("evcharging.budget.application.capacity", "1000000");
    with("evcharging.budget.application.refill-per-minute", "1000000000");
    with("evcharging.budget.vehicle.per-month", "1000000");
    with("evcharging.deliver.retry-for", "3s");
    with("evcharging.deliver.retry-delay", "1ms");
    with("evcharging.deliver.retry-delay-max", "20ms");
    with("evcharging.deliver.retry-delay-refused", "20ms");
  }

  /** A context that keeps its data in a folder, and is not started yet. */
  public static TestContext in(Path directory) throws Exception {
    return new TestContext(directory);
  }

  /** Sets a key, or any other property of the host. */
  public TestContext with(String key, String value) {
    settings.setProperty(key, value);
    return this;
  }

  /** Takes time stamps from another clock than the system's. */
  public TestContext withClock(Clock other) {
    clock = other;
    return this;
  }

  /** Both base URLs of the source API. */
  public TestContext withApi(String origin) {
    return with("evcharging.smartcar.api-url", origin + "/v2.0")
        .with("evcharging.smartcar.vehicle-url", origin + "/v3");
  }

  /** Adds a sink, and lists it. */
  public TestContext withSink(String name, String uri) {
    settings.merge("evcharging.deliver.sinks", name, (all, one) -> all + "," + one);
    return uri.isEmpty() ? this : with("evcharging.deliver." + name + ".uri", uri);
  }

  /** Adds a route of the host. */
  public TestContext withRoute(RouteBuilder route) throws Exception {
    camel.addRoutes(route);
    return this;
  }

  /** Adds the module's routes and starts. */
  public TestContext start() throws Exception {
    camel.getPropertiesComponent().setInitialProperties(settings);
    camel.addRoutes(new EvChargingRoutes(clock));
    camel.start();
    return this;
  }

  /** The host's context. */
  public DefaultCamelContext camel() {
    return camel;
  }

  /** Polls once and waits for the outcome. */
  public void poll(String source, String vehicleId) {
    send("{\"source\":\"%s\",\"vehicleId\":\"%s\"}".formatted(source, vehicleId));
  }

  /** Puts any text in the place of a poll, and waits for the outcome. */
  public void send(String poll) {
    try (var template = camel.createProducerTemplate()) {
      template.sendBody("direct:evcharging-polls", poll);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A bean of the module. */
  public <T> T bean(String name, Class<T> type) {
    return camel.getRegistry().lookupByNameAndType(name, type);
  }

  @Override
  public void close() {
    camel.stop();
  }
}
