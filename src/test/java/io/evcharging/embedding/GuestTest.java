package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.EvChargingRoutes;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that runs already, with settings and routes of its own, takes the module in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestTest {

  @RegisterExtension
  static final SmartcarSimulatorExtension CARS = new SmartcarSimulatorExtension();

  /** Kinds of names, and what an added one may look like. */
  private static final Predicate<String> OURS =
      Pattern.compile(
              "(bean|route|template|configuration|component|data format) evcharging.*"
                  + "|property evcharging\\..*"
                  + "|endpoint ((direct|seda|quartz)://evcharging|evcharging-http://).*"
                  // Camel's own, made for the first route of a context that calls a bean.
                  + "|component bean")
          .asMatchPredicate();

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Charging charging = new Charging();
  private Snapshot before;
  private Snapshot after;

  @BeforeAll
  void takeTheGuestIn(@TempDir Path directory) throws Exception {
    configure(context);
    context.addRoutes(charging);
    context.addRoutes(new HostRoutes());
    context.start();
    before = Snapshot.of(context);
    Properties settings = Host.settings(CARS.simulator(), directory);
    settings.forEach(
        (key, value) ->
            context.getPropertiesComponent().addInitialProperty(key.toString(), value.toString()));
    context.addRoutes(new EvChargingRoutes());
    charging.assertSeesBothBrands();
    after = Snapshot.of(context);
    context.addRoutes(new LaterRoutes());
  }

  @AfterAll
  void stop() {
    context.stop();
  }

  private static void configure(DefaultCamelContext context) {
    context.getPropertiesComponent().addInitialProperty("poll.concurrency", "the host's");
    context.setStreamCaching(true);
    context.setMessageHistory(true);
    context.setAllowUseOriginalMessage(true);
    context.setUseBreadcrumb(true);
    context.getShutdownStrategy().setTimeout(7);
    SedaComponent seda = new SedaComponent();
    seda.setQueueSize(17);
    seda.setConcurrentConsumers(2);
    context.addComponent("seda", seda);
    HttpComponent http = new HttpComponent();
    http.setConnectTimeout(3000);
    http.setMaxTotalConnections(5);
    context.addComponent("http", http);
    QuartzComponent quartz = new QuartzComponent();
    quartz.setInterruptJobsOnShutdown(true);
    context.addComponent("quartz", quartz);
    context.getRegistry().bind("hostBean", "the host's");
  }

  private static final class HostRoutes extends RouteBuilder {
    @Override
    public void configure() {
      from("direct:host-fails").routeId("host-fails").throwException(new HostException());
      from("seda:host-queue").routeId("host-queue").to("mock:host");
      from("quartz:host/tick?cron=0+0+0+1+1+?").routeId("host-tick").to("mock:host");
      from("direct:host-calls").routeId("host-calls").to("http://localhost:1/host");
    }
  }

  /** A route that comes later is under whatever the guest may have put over all routes. */
  private static final class LaterRoutes extends RouteBuilder {
    @Override
    public void configure() {
      from("direct:host-fails-later").routeId("host-later").throwException(new HostException());
    }
  }

  private static final class HostException extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Test
  void shouldAddNothingThatIsNotNamedAsItsOwn() {
    SmartcarSimulator cars = CARS.simulator();
    Set<String> strangers =
        after.addedTo(before).stream()
            .filter(OURS.negate())
            // A configured address, that of the source API.
            .filter(name -> !name.startsWith("endpoint " + cars.apiUrl()))
            .filter(name -> !name.startsWith("endpoint " + cars.vehicleUrl()))
            .collect(Collectors.toSet());

    assertEquals(Set.of(), strangers);
  }

  @Test
  void shouldTakeNothingAway() {
    assertEquals(Set.of(), after.missingOf(before));
  }

  @Test
  void shouldChangeNoOptionOfTheContextAndItsComponents() {
    assertTrue(before.options().containsKey("component seda: queueSize"), "sees components");
    assertEquals(before.options(), after.optionsOf(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:host-fails", "direct:host-fails-later"})
  void shouldLeaveTheHostsErrorsToTheHost(String route) {
    CamelExecutionException failure =
        assertThrows(
            CamelExecutionException.class,
            () -> context.createProducerTemplate().sendBody(route, "a message"));

    assertInstanceOf(HostException.class, failure.getCause());
  }
}
