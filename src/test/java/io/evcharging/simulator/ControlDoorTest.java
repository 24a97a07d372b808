package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlDoorTest {

  private static final String DOOR = "/simulator/vehicles/tesla/faults";

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());

  @Test
  void shouldShowTheFleetAndItsCounters() throws IOException {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
    client.tesla("tesla");
    JsonNode status = client.get("/simulator/status").json();
    assertEquals(12, status.path("vehicleCount").asInt());
    assertEquals(1, status.at("/calls/total").asInt());
    JsonNode tesla = status.at("/vehicles/0");
    assertEquals("charging", tesla.path("doing").asText());
    assertEquals(1, tesla.path("calls").path("/tesla/charge").asInt());
    assertTrue(tesla.path("watts").asInt() > 20_000);
  }

  @Test
  void shouldTakeFaultsAndTakeThemBack() throws IOException {
    String order =
        "{\"kind\":\"rate-limited\",\"retryAfterSeconds\":7,\"times\":2,\"on\":\"reads\"}";
    assertEquals(1, client.post(DOOR, order).at("/waiting").asInt());
    assertEquals("7", client.tesla("tesla").header("Retry-After"));
    Answer cleared = client.send(client.request(DOOR).DELETE());
    assertEquals(0, cleared.at("/waiting").asInt());
    assertEquals(200, client.tesla("tesla").status());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "429, `{\"kind\":\"rate-limited\"}`",
        "429, `{\"kind\":\"application-rate-limited\"}`",
        "430, `{\"kind\":\"billing\"}`",
        "501, `{\"kind\":\"compatibility\"}`",
        "502, `{\"kind\":\"upstream\"}`",
        "409, `{\"kind\":\"asleep\"}`",
        "403, `{\"kind\":\"error\",\"status\":403,\"type\":\"PERMISSION\"}`",
        "503, `{\"kind\":\"respond\",\"status\":503,\"body\":\"busy\"}`",
        "200, `{\"kind\":\"slow\",\"millis\":1}`",
        "200, `{\"kind\":\"not-json\"}`",
        "200, `{\"kind\":\"truncated-json\"}`",
        "200, `{\"kind\":\"huge\",\"bytes\":100000}`",
        "200, `{\"kind\":\"wrong-content-type\"}`",
        "200, `{\"kind\":\"empty\"}`"
      })
  void shouldKnowEveryKind(int status, String order) throws IOException {
    assertEquals(200, client.post(DOOR, order).status());
    assertEquals(status, client.tesla("tesla").status());
    assertEquals(1, CARS.simulator().calls().count("tesla", "tesla/charge"));
  }

  @Test
  void shouldTakeFaultsForAllVehicles() throws IOException {
    client.post("/simulator/faults", "{\"kind\":\"upstream\",\"times\":1}");
    assertEquals(502, client.audi("audi").status());
    assertEquals(200, client.audi("audi").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "{}",
        "{\"kind\":\"unheard-of\"}",
        "{\"kind\":\"upstream\",\"millis\":5}",
        "{\"kind\":\"upstream\",\"times\":0}",
        "{\"kind\":\"upstream\",\"times\":\"2\"}",
        "{\"kind\":\"upstream\",\"on\":\"sundays\"}",
        "{\"kind\":\"slow\"}",
        "{\"kind\":\"slow\",\"millis\":-1}",
        "{\"kind\":\"error\",\"status\":99}"
      })
  void shouldSayWhatIsWrongWithAnOrder(String order) throws IOException {
    Answer answer = client.post(DOOR, order);
    assertEquals(400, answer.status());
    assertTrue(
        answer.at("/errors/0/detail").asText().contains("must be")
            || answer.at("/errors/0/detail").asText().contains("no field"));
    assertEquals(0, CARS.simulator().vehicle("tesla").faults().waiting());
  }

  @Test
  void shouldTakeJsonOnly() throws IOException {
    URI uri = CARS.simulator().origin().resolve(DOOR);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"upstream\"}"));
    assertEquals(415, client.send(request).status());
  }

  @Test
  void shouldNotKnowOtherVehicles() throws IOException {
    String door = "/simulator/vehicles/nobody/faults";
    assertEquals(404, client.post(door, "{\"kind\":\"upstream\"}").status());
  }
}
