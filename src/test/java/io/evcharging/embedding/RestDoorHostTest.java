package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.EvChargingRoutes;
import io.evcharging.simulator.Fault;
import io.evcharging.simulator.FaultScope;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A host that has an HTTP server of its own takes commands over it. */
@ExtendWith(SmartcarSimulatorExtension.class)
class RestDoorHostTest {

  private static final String KEY = "key-of-a-host-0123456789";

  private static final Fault DONE =
      new Fault.Respond(
          200,
          "application/json",
          "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}",
          Map.of());

  private final HttpClient client = HttpClient.newHttpClient();
  private int port;

  private Main host(SmartcarSimulator cars, Path directory) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Properties settings = Host.settings(cars, directory);
    settings.setProperty("evcharging.command.rest.enabled", "true");
    settings.setProperty("evcharging.command.keys", "ops:" + KEY);
    settings.setProperty("camel.server.enabled", "true");
    settings.setProperty("camel.server.host", "127.0.0.1");
    settings.setProperty("camel.server.port", Integer.toString(port));
    settings.setProperty("camel.rest.contextPath", "/of-the-host");
    Main main = new Main();
    main.setPropertyPlaceholderLocations(
        "file:" + Host.file(settings, directory.resolve("application.properties")));
    main.configure().addRoutesBuilder(new Charging());
    main.configure().addRoutesBuilder(new Hello());
    main.configure().addRoutesBuilder(new EvChargingRoutes());
    return main;
  }

  /** What the host serves itself. */
  private static final class Hello extends RouteBuilder {
    @Override
    public void configure() {
      rest("/hello").get().to("direct:hello");
      from("direct:hello").setBody(constant("hello"));
    }
  }

  @Test
  void shouldTakeCommandsBelowTheHostsOwnPath(SmartcarSimulator cars, @TempDir Path directory)
      throws Exception {
    Main main = host(cars, directory);
    try {
      main.start();

      assertEquals("hello", get("/of-the-host/hello").body());
      assertTrue(get("/of-the-host/api/openapi.json").body().contains("/charge/amperage"));
      cars.vehicle("demo-tesla-3").faults().add(DONE, 1, FaultScope.COMMANDS);
      HttpResponse<String> done = command("Bearer " + KEY);
      assertEquals(200, done.statusCode(), done.body());
      assertEquals(1, cars.calls().count("demo-tesla-3", "tesla/charge/ammeter"));
    } finally {
      main.stop();
    }
  }

  @Test
  void shouldLetNobodyInWithoutAKey(SmartcarSimulator cars, @TempDir Path directory)
      throws Exception {
    Main main = host(cars, directory);
    try {
      main.start();

      HttpResponse<String> refused = command("Bearer other-key-0123456789");
      assertEquals(401, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("\"outcome\":\"UNAUTHORIZED\""), refused.body());
      assertEquals(0, cars.calls().count("demo-tesla-3", "tesla/charge/ammeter"));
    } finally {
      main.stop();
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> command(String authorization) throws Exception {
    HttpRequest command =
        request("/of-the-host/api/vehicles/demo-tesla-3/charge/amperage")
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"amperage\":16}"))
            .build();
    return client.send(command, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
