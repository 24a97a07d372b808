package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrandEndpointTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());

  @Test
  void shouldAnswerWithTheDocumentedFieldsOfATesla() throws IOException {
    Answer answer = client.tesla("tesla");
    assertEquals(200, answer.status());
    assertEquals(25, answer.json().size());
    assertEquals("NOT_CHARGING", answer.at("/state").asText());
    assertFalse(answer.at("/isPluggedIn").asBoolean());
    assertEquals("<invalid>", answer.at("/connector").asText());
    assertEquals("Engaged", answer.at("/chargePortLatch").asText());
    assertTrue(answer.at("/chargerPhases").isNull());
    assertTrue(answer.at("/completionTime").isNull());
    assertEquals("0.8", answer.at("/socLimit").asText());
  }

  @Test
  void shouldChargeATeslaOnThreePhasesInKilowatts() throws IOException {
    evening();
    JsonNode body = client.tesla("tesla").json();
    assertEquals("CHARGING", body.path("state").asText());
    assertEquals(2, body.path("chargerPhases").asInt());
    double watts = 3.0 * body.path("amperage").asInt() * body.path("voltage").asInt();
    assertEquals(watts / 1000, body.path("wattage").asDouble(), 0.001);
    assertTrue(Instant.parse(body.path("completionTime").asText()).isAfter(CARS.clock().instant()));
  }

  @Test
  void shouldLeaveOutWhatAStreamDoesNotSupport() throws IOException {
    evening();
    JsonNode body = client.tesla("streaming").json();
    assertTrue(body.path("chargeRate").isNull());
    assertTrue(body.path("amperageMaxCharger").isNull());
    assertTrue(body.path("rangeAddedRated").isMissingNode());
    assertTrue(body.path("rangeAddedIdeal").isMissingNode());
    assertTrue(body.path("chargePortColor").isMissingNode());
    assertEquals("CHARGING", body.path("state").asText());
  }

  @Test
  void shouldAnswerWithTheDocumentedFieldsOfAnAudi() throws IOException {
    evening();
    JsonNode body = client.audi("audi").json();
    assertEquals(11, body.size());
    assertEquals("CHARGING", body.path("chargingStatus").asText());
    assertEquals("ac", body.path("chargeType").asText());
    assertEquals("active", body.path("externalPowerStatus").asText());
    assertTrue(body.path("isPluggedIn").asBoolean());
    assertEquals(11, body.path("wattage").asDouble(), 0.5);
  }

  @Test
  void shouldNotKnowThePlugOfSomeAudis() throws IOException {
    assertTrue(client.audi("audi-null").at("/isPluggedIn").isNull());
  }

  @Test
  void shouldSayWhenTheCarRecordedItAndRecordOnceInAWhile() throws IOException {
    CARS.clock().set(Instant.parse("2026-11-20T19:00:03.5Z"));
    Answer first = client.tesla("tesla");
    CARS.clock().advance(Duration.ofSeconds(1));
    Answer second = client.tesla("tesla");
    assertEquals("2026-11-20T19:00:00.000Z", first.header("SC-Data-Age"));
    assertEquals("2026-11-20T19:00:00.000Z", first.header("SC-Fetched-At"));
    assertEquals("metric", first.header("SC-Unit-System"));
    assertEquals(first.http().body(), second.http().body());
    assertNotEquals(first.header("SC-Request-Id"), second.header("SC-Request-Id"));
  }

  @Test
  void shouldGiveMilesWhenAskedForThem() throws IOException {
    evening();
    String path = "/v2.0/vehicles/tesla/tesla/charge";
    double kilometers = client.get(path).at("/chargeRate").asDouble();
    Answer imperial = client.get(path, "SC-Unit-System", "imperial");
    assertEquals("imperial", imperial.header("SC-Unit-System"));
    assertEquals(kilometers / 1.609344, imperial.at("/chargeRate").asDouble(), 0.1);
  }

  @Test
  void shouldRefuseWhileAsleep() throws IOException {
    Answer answer = client.tesla("sleepy");
    assertEquals(409, answer.status());
    assertEquals("VEHICLE_STATE", answer.at("/type").asText());
    assertEquals("ASLEEP", answer.at("/code").asText());
    assertEquals(409, answer.at("/statusCode").asInt());
    assertEquals(answer.header("SC-Request-Id"), answer.at("/requestId").asText());
  }

  @Test
  void shouldRefuseAMakeInUpperCase() throws IOException {
    Answer answer = client.get("/v2.0/vehicles/tesla/TESLA/charge");
    assertEquals(403, answer.status());
    assertEquals("PERMISSION", answer.at("/type").asText());
    assertTrue(answer.at("/code").isNull());
  }

  @Test
  void shouldRefuseAnotherMakesPath() throws IOException {
    for (String path : List.of("tesla/audi/charge", "audi/tesla/charge", "vw/volkswagen/charge")) {
      Answer answer = client.get("/v2.0/vehicles/" + path);
      assertEquals(501, answer.status(), path);
      assertEquals("COMPATIBILITY", answer.at("/type").asText());
    }
  }

  @Test
  void shouldNotKnowOtherVehiclesAndPaths() throws IOException {
    assertEquals(404, client.tesla("nobody").status());
    assertEquals("RESOURCE_NOT_FOUND", client.tesla("nobody").at("/type").asText());
    assertEquals(404, client.get("/v2.0/elsewhere").status());
    assertEquals(404, client.get("/").status());
  }

  @Test
  void shouldListVehiclesInPages() throws IOException {
    JsonNode first = client.get("/v2.0/vehicles").json();
    JsonNode rest = client.get("/v2.0/vehicles?limit=50&offset=10").json();
    assertEquals(10, first.path("vehicles").size());
    assertEquals(2, rest.path("vehicles").size());
    assertEquals(12, rest.at("/paging/count").asInt());
    assertEquals(10, rest.at("/paging/offset").asInt());
  }

  @Test
  void shouldCarryTheMakeInUpperCase() throws IOException {
    Answer answer = client.get("/v2.0/vehicles/vw/");
    assertEquals("VOLKSWAGEN", answer.at("/make").asText());
    assertEquals("ID.4", answer.at("/model").asText());
    assertNull(answer.header("SC-Data-Age"));
    assertNotNull(answer.header("SC-Request-Id"));
  }

  @Test
  void shouldAnswerABatch() throws IOException {
    Answer answer =
        client.post(
            "/v2.0/vehicles/tesla/batch",
            "{\"requests\":[{\"path\":\"/charge\"},{\"path\":\"/fuel\"},{\"path\":\"/battery\"}]}");
    List<Integer> codes =
        StreamSupport.stream(answer.at("/responses").spliterator(), false)
            .map(response -> response.path("code").asInt())
            .toList();
    assertEquals(List.of(200, 501, 200), codes);
    assertEquals("NOT_CHARGING", answer.at("/responses/0/body/state").asText());
    assertEquals("COMPATIBILITY", answer.at("/responses/1/body/type").asText());
  }

  private static void evening() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
  }
}
