package io.evcharging.discover;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.config.VehiclesConfig;
import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.source.ChargeSource;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoverRouteTest {

  private static final String CONNECTION =
      """
      {"attributes":{"vehicle":{"make":"%2$s","mode":"%3$s"},"user":{"id":"owner-%1$s"}},
       "relationships":{"vehicle":{"data":{"id":"%1$s"}}}}""";
  private static final String LAST =
      "vehicles: [{id: known-1, brand: KIA}, {id: known-2, brand: KIA}]";

  @TempDir Path directory;

  private static String connection(String id, String make, String mode) {
    return CONNECTION.formatted(id, make, mode);
  }

  private static void twoPages(HttpExchange exchange) throws IOException {
    boolean first = !exchange.getRequestURI().getQuery().contains("number");
    String next =
        "\"links\":{\"next\":\"https://elsewhere.example/v3/connections?page[number]=2\"}";
    String page =
        first
            ? "["
                + connection("a", "Tesla", "live")
                + ","
                + connection("b", "KIA", "simulated")
                + "]"
            : "[" + connection("c", "KIA", "live") + "]";
    String body = "{\"data\":" + page + ",\"meta\":{\"totalCount\":3}" + (first ? "," + next : "");
    StubApi.send(exchange, 200, body + "}");
  }

  private TestContext context(String origin) throws Exception {
    return TestContext.in(directory)
        .withApi(origin)
        .withSink("host", "mock:host")
        .with("evcharging.vehicles", "connections");
  }

  /** As whoever polls sees it. */
  private List<String> known() {
    Path list = directory.resolve("connections.yaml");
    return Files.exists(list)
        ? Vehicles.open(list).all().stream().map(polled -> polled.vehicle().id()).toList()
        : List.of();
  }

  private List<String> polled(String source, @Nullable Path settings) {
    Path list = directory.resolve("connections.yaml");
    VehiclesConfig config = new VehiclesConfig(list, true, settings, Duration.ofHours(6), false);
    return Vehicles.open(config).forSource(ChargeSource.byId(source).orElseThrow()).stream()
        .map(polled -> polled.vehicle().id())
        .toList();
  }

  @Test
  void shouldPollWhatTheConnectionsSayInTheNameOfTheOwners() throws Exception {
    try (StubApi api = StubApi.answering(DiscoverRouteTest::twoPages);
        TestContext context = context(api.origin()).start()) {
      await().until(() -> known().equals(List.of("a", "c")));
      context.poll("charge-signals", "c");
      StubApi.Request poll = api.requests().get(2);
      assertEquals("/v3/vehicles/c/signals?page%5Bsize%5D=200", poll.uri());
      assertEquals("owner-c", poll.header("sc-user-id"));
      assertEquals("/v3/connections?page%5Bsize%5D=200", api.requests().get(0).uri());
      assertEquals("Bearer secret-token", api.requests().get(1).header("Authorization"));
      assertEquals(List.of("a"), polled("tesla-charge", null));
    }
  }

  @Test
  void shouldTakeSimulatedVehiclesWhenTold() throws Exception {
    try (StubApi api = StubApi.answering(DiscoverRouteTest::twoPages);
        TestContext started =
            context(api.origin()).with("evcharging.connections.simulated", "true").start()) {
      await().until(() -> known().equals(List.of("a", "b", "c")));
      assertTrue(started.camel().isStarted());
    }
  }

  @Test
  void shouldLetTheFileOfSettingsWinAndAddNothing() throws Exception {
    Path settings = directory.resolve("settings.yaml");
    Files.writeString(
        settings,
        "vehicles: [{id: a, brand: Tesla, sources: [charge-signals]}, {id: x, brand: KIA}]");
    try (StubApi api = StubApi.answering(DiscoverRouteTest::twoPages);
        TestContext context =
            context(api.origin())
                .with("evcharging.connections.settings-file", settings.toString())
                .start()) {
      await().until(() -> known().equals(List.of("a", "c")));
      assertEquals(List.of(), polled("tesla-charge", settings));
      assertEquals(List.of("a", "c"), polled("charge-signals", settings));
      context.poll("charge-signals", "x");
      assertEquals(2, api.requests().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[]}",
        "{\"data\":[],\"meta\":{\"totalCount\":7}}",
        "{\"data\":{}}",
        "{\"errors\":[]}",
        "not json",
        ""
      })
  void shouldKeepTheLastListWhenTheNewOneIsBroken(String body) throws Exception {
    Files.writeString(directory.resolve("connections.yaml"), LAST);
    try (StubApi api = StubApi.answering(200, body);
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      assertEquals(List.of("known-1", "known-2"), known());
    }
  }

  @Test
  void shouldBelieveAnAccountThatSaysItHasNoConnection() throws Exception {
    Files.writeString(directory.resolve("connections.yaml"), LAST);
    String none = "{\"data\":[],\"meta\":{\"totalCount\":0}}";
    try (StubApi api = StubApi.answering(200, none);
        TestContext started = context(api.origin()).start()) {
      await().until(() -> known().isEmpty());
      assertTrue(started.camel().isStarted());
    }
  }

  @Test
  void shouldPollNothingBeforeTheFirstList() throws Exception {
    try (StubApi api = StubApi.answering(503, "");
        TestContext context = context(api.origin()).start()) {
      Discovery discovery = context.bean("evchargingDiscovery", Discovery.class);
      await().until(() -> discovery.failures() == 1);
      context.poll("charge-signals", "a");
      assertEquals(1, api.requests().size());
      assertEquals(List.of(), known());
    }
  }

  @Test
  void shouldLeaveOutWhatWouldNotBeSafeInAUrl() throws Exception {
    String page =
        "{\"data\":[%s,%s,%s]}"
            .formatted(
                connection("../x", "KIA", "live"),
                connection("good", "KIA", "live"),
                connection("good", "KIA", "live"));
    try (StubApi api = StubApi.answering(200, page);
        TestContext started = context(api.origin()).start()) {
      await().until(() -> known().equals(List.of("good")));
      assertTrue(started.camel().isStarted());
    }
  }

  @Test
  void shouldDiscoverTheWholeFleetOfTheSimulator() throws Exception {
    try (SmartcarSimulator cars = SmartcarSimulator.builder().maxPageSize(3).build().start();
        TestContext context =
            context(cars.origin().toString())
                .with("evcharging.smartcar.access-token", cars.accessToken())
                .start()) {
      await().until(() -> known().size() == DemoFleet.vehicles().size());
      context.poll("tesla-charge", "demo-tesla-3");
      assertEquals(1, cars.calls().count("demo-tesla-3"));
      TreeSet<String> brands = new TreeSet<>();
      for (PolledVehicle polled : Vehicles.open(directory.resolve("connections.yaml")).all()) {
        brands.add(polled.vehicle().brand());
      }
      assertEquals("[AUDI, BMW, FORD, TESLA, VOLKSWAGEN]", brands.toString());
    }
  }
}
