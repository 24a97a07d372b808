package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignalsTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());

  @Test
  void shouldListAllSignalsInOneCall() throws IOException {
    evening();
    Answer answer = client.signals("vw");
    assertEquals(21, answer.at("/data").size());
    assertEquals(21, answer.at("/meta/totalCount").asInt());
    assertTrue(answer.at("/links/next").isMissingNode());
    assertEquals("VOLKSWAGEN", answer.at("/included/vehicle/attributes/make").asText());
    assertEquals("live", answer.at("/included/vehicle/attributes/mode").asText());
    assertEquals("CHARGING", value(answer, "charge-detailedchargingstatus").asText());
  }

  @Test
  void shouldGivePowerInWattsOnThreePhases() throws IOException {
    evening();
    Answer answer = client.signals("bare-headers");
    double amps = value(answer, "charge-amperage").asDouble();
    double volts = value(answer, "charge-voltage").asDouble();
    assertEquals(3, value(answer, "charge-chargerphases").asInt());
    assertEquals(3 * amps * volts, value(answer, "charge-wattage").asDouble(), 0.5);
    assertEquals("watts", signal(answer, "charge-wattage").at("/attributes/body/unit").asText());
  }

  @Test
  void shouldFollowLinksToEveryPage() throws IOException {
    Set<String> codes = new HashSet<>();
    List<Integer> sizes = new ArrayList<>();
    String next = "/v3/vehicles/vw/signals";
    while (!next.isEmpty()) {
      JsonNode page = client.get(next).json();
      page.path("data").forEach(signal -> codes.add(signal.path("id").asText()));
      sizes.add(page.path("data").size());
      next = page.at("/links/next").asText();
    }
    assertEquals(List.of(10, 10, 1), sizes);
    assertEquals(21, codes.size());
  }

  @Test
  void shouldGiveASingleSignalInEachShape() throws IOException {
    evening();
    SimulatedCar car = CARS.simulator().vehicle("tesla");
    car.signalShape(SignalShape.BARE);
    JsonNode bare = client.signal("tesla", "charge-amperage").json();
    assertEquals("{\"value\":32,\"unit\":\"ampere\"}", bare.toString());
    car.signalShape(SignalShape.WRAPPED);
    assertEquals(bare, client.signal("tesla", "charge-amperage").at("/body"));
    car.signalShape(SignalShape.SIGNAL);
    JsonNode signal = client.signal("tesla", "charge-amperage").json();
    assertEquals(bare, signal.at("/attributes/body"));
    assertEquals("SUCCESS", signal.at("/attributes/status/value").asText());
    car.signalShape(SignalShape.ENVELOPE);
    Answer envelope = client.signal("tesla", "charge-amperage");
    assertEquals(signal, envelope.at("/data"));
    assertEquals("TESLA", envelope.at("/included/vehicle/attributes/make").asText());
  }

  @Test
  void shouldServeEachCodeAsTheListDoes() throws IOException {
    evening();
    for (JsonNode signal : client.signals("vw").at("/data")) {
      String code = signal.path("id").asText();
      assertEquals(signal, client.signal("vw", code).at("/data"), code);
    }
  }

  @Test
  void shouldSayWhatAVehicleIsNotCapableOf() throws IOException {
    JsonNode status = client.signal("vw", "charge-voltage").at("/data/attributes/status");
    assertEquals("ERROR", status.path("value").asText());
    assertEquals("COMPATIBILITY", status.at("/error/type").asText());
    assertEquals("VEHICLE_NOT_CAPABLE", status.at("/error/code").asText());
  }

  @Test
  void shouldCarryAnOldBodyInAnError() throws IOException {
    JsonNode wattage = signal(client.signals("stale"), "charge-wattage");
    assertEquals("ERROR", wattage.at("/attributes/status/value").asText());
    assertEquals("NOT_CHARGING", wattage.at("/attributes/status/error/code").asText());
    assertEquals(11_000, wattage.at("/attributes/body/value").asDouble(), 500);
    Instant recorded = Instant.parse(wattage.at("/meta/oemUpdatedAt").asText());
    assertTrue(Duration.between(recorded, CARS.clock().instant()).toHours() > 12);
  }

  @Test
  void shouldGiveSignalsOfOneMessageAgesOfTheirOwn() throws IOException {
    Set<String> times = new HashSet<>();
    client
        .signals("stale")
        .at("/data")
        .forEach(signal -> times.add(signal.at("/meta/oemUpdatedAt").asText()));
    assertTrue(times.size() >= 3, times::toString);
  }

  @Test
  void shouldHaveNoDataInAnEmptyStore() throws IOException {
    Answer list = client.signals("empty");
    assertEquals(200, list.status());
    assertEquals(0, list.at("/data").size());
    Answer single = client.signal("empty", "charge-voltage");
    assertEquals(404, single.status());
    assertEquals("404", single.at("/errors/0/status").asText());
    assertEquals("RESOURCE_NOT_FOUND", single.at("/errors/0/type").asText());
  }

  @Test
  void shouldServeASleepingCarFromTheStore() throws IOException {
    Answer answer = client.signals("sleepy");
    assertEquals(200, answer.status());
    assertEquals("2026-11-20T06:20:00.000Z", answer.header("SC-Data-Age"));
    assertEquals("2026-11-20T08:00:00.000Z", answer.header("SC-Fetched-At"));
  }

  @Test
  void shouldWantTheOwnerOfACar() throws IOException {
    assertEquals(400, client.signals("owned").status());
    String path = "/v3/vehicles/owned/signals";
    assertEquals(403, client.get(path, "sc-user-id", "somebody").status());
    assertEquals(200, client.get(path, "sc-user-id", "user-1").status());
  }

  @Test
  void shouldAnswer404WithoutAContentType() throws IOException {
    URI uri = CARS.simulator().origin().resolve("/v3/vehicles/vw/signals");
    Answer answer =
        client.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer simulator-token"));
    assertEquals(404, answer.status());
    assertTrue(answer.at("/errors/0/detail").asText().contains("Content-Type"));
  }

  @Test
  void shouldLeaveOutAgesAndAddOtherSignalsWhereTheCarDoes() throws IOException {
    Answer answer = client.signals("bare-headers");
    assertNull(answer.header("SC-Data-Age"));
    assertNull(answer.header("SC-Fetched-At"));
    assertEquals(
        "TractionBattery",
        signal(answer, "tractionbattery-stateofcharge").at("/attributes/group").asText());
    assertEquals(
        CARS.clock().millis(), signal(answer, "charge-voltage").at("/meta/oemUpdatedAt").asLong());
  }

  @Test
  void shouldListConnectionsTenAtATime() throws IOException {
    Answer first = client.get("/v3/connections");
    assertEquals(10, first.at("/data").size());
    Answer second = client.get(first.at("/links/next").asText());
    assertEquals(2, second.at("/data").size());
    JsonNode owned = second.at("/data/0");
    assertEquals("owned", owned.at("/relationships/vehicle/data/id").asText());
    assertEquals("user-1", owned.at("/attributes/user/id").asText());
    assertEquals("BMW", owned.at("/attributes/vehicle/make").asText());
    assertFalse(second.json().at("/links").has("next"));
  }

  @Test
  void shouldRefuseAPageThatIsNoNumber() throws IOException {
    assertEquals(400, client.get("/v3/connections?page%5Bsize%5D=many").status());
  }

  private static JsonNode signal(Answer answer, String code) {
    for (JsonNode signal : answer.at("/data")) {
      if (signal.path("id").asText().equals(code)) {
        return signal;
      }
    }
    throw new AssertionError("no signal " + code);
  }

  private static JsonNode value(Answer answer, String code) {
    return signal(answer, code).at("/attributes/body/value");
  }

  private static void evening() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
  }
}
