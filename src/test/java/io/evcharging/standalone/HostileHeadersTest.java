package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.simulator.Call;
import io.evcharging.simulator.Fault;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a sender says in a header may steer a route: not whom is called, nor how. */
class HostileHeadersTest {

  private static final Map<String, String> HOSTILE =
      Map.ofEntries(
          Map.entry("CamelHttpUri", "http://127.0.0.1:1/elsewhere"),
          Map.entry("CamelHttpUrl", "http://127.0.0.1:1/elsewhere"),
          Map.entry("CamelHttpMethod", "DELETE"),
          Map.entry("CamelHttpPath", "/v2.0/vehicles/demo-tesla-s-sleepy/tesla/charge/ammeter"),
          Map.entry("CamelHttpQuery", "unit_system=imperial"),
          Map.entry("CamelHttpResponseCode", "302"),
          Map.entry("camelhttpuri", "http://127.0.0.1:1/elsewhere"),
          Map.entry("CAmelFileName", "../../stolen"),
          Map.entry("CamelJmsDestinationName", "stolen"),
          Map.entry("CamelBeanMethodName", "close"),
          Map.entry("evchargingVehicle", "demo-tesla-s-sleepy"),
          Map.entry("evcharging.vehicleId", "demo-tesla-s-sleepy"),
          Map.entry("evcharging.requestedBy", "somebody-else"),
          Map.entry("evcharging.refusal", "ACCEPTED"),
          Map.entry("evcharging.commandId", "c-1"),
          Map.entry("X-Forwarded-Prefix", "/stolen"),
          Map.entry("Unit-System", "imperial"),
          Map.entry("breadcrumbId", "stolen"));

  @Test
  void shouldBeSteeredByNoHeader(@TempDir Path directory) throws Exception {
    try (DoorFixture door = new DoorFixture(directory, Map.of())) {
      door.simulator()
          .vehicle(DoorFixture.TESLA)
          .faults()
          .add(
              new Fault.Respond(
                  200,
                  "application/json",
                  "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}",
                  Map.of()));
      HttpRequest.Builder command = door.command(DoorFixture.TESLA, "{\"amperage\":16}");
      HOSTILE.forEach(command::header);

      HttpResponse<String> answer = door.send(command);

      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(DoorFixture.TESLA, DoorFixture.json(answer).get("vehicleId").asText());
      assertEquals("ops", DoorFixture.json(answer).get("requestedBy").asText());
      Call call = door.simulator().calls().recent().get(0);
      assertEquals("POST", call.method());
      assertEquals("/v2.0/vehicles/demo-tesla-3/tesla/charge/ammeter", call.path());
      assertEquals(0, door.simulator().calls().count("demo-tesla-s-sleepy"));
      assertEquals(
          0,
          answer.headers().map().keySet().stream()
              .filter(name -> name.toLowerCase(java.util.Locale.ROOT).matches("(camel|evch|x-).*"))
              .count());
    }
  }
}
