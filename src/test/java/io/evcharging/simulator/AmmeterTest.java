package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmmeterTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());

  @BeforeEach
  void evening() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
  }

  @Test
  void shouldDrawTheCurrentSecondsAfterTheAnswer() throws IOException {
    Answer answer = client.ammeter("tesla", "12");
    assertEquals(
        "{\"message\":\"Successfully sent the following amperage: 12\",\"status\":\"success\"}",
        answer.http().body());
    assertEquals(32, client.tesla("tesla").at("/amperage").asInt());
    CARS.clock().advance(Duration.ofSeconds(10));
    JsonNode later = client.tesla("tesla").json();
    assertEquals(12, later.path("amperage").asInt());
    assertEquals(12, later.path("amperageRequested").asInt());
  }

  @Test
  void shouldChargeMoreSlowlyAfterwards() throws IOException {
    SimulatedCar car = CARS.simulator().vehicle("tesla");
    Instant before = car.state().completesAt();
    client.ammeter("tesla", "8");
    CARS.clock().advance(Duration.ofSeconds(10));
    Instant after = car.state().completesAt();
    assertNotNull(before);
    assertNotNull(after);
    assertTrue(after.isAfter(before.plus(Duration.ofHours(2))), () -> before + ", now " + after);
  }

  @Test
  void shouldClampToTheMostThereIsAndTellInTheMessage() throws IOException {
    Answer answer = client.ammeter("tesla", "48");
    assertEquals(200, answer.status());
    assertEquals("Successfully sent the following amperage: 32", answer.at("/message").asText());
    CARS.clock().advance(Duration.ofSeconds(10));
    assertEquals(32, client.tesla("tesla").at("/amperageRequested").asInt());
  }

  @Test
  void shouldSetFiveAmpsWhenAskedForLess() throws IOException {
    assertEquals(
        "Successfully sent the following amperage: 3",
        client.ammeter("tesla", "3").at("/message").asText());
    CARS.clock().advance(Duration.ofSeconds(10));
    assertEquals(5, client.tesla("tesla").at("/amperageRequested").asInt());
  }

  @Test
  void shouldTakeWholeAmpsOnly() throws IOException {
    Answer answer = client.ammeter("tesla", "12.9");
    assertEquals("Successfully sent the following amperage: 12", answer.at("/message").asText());
  }

  @Test
  void shouldRefuseWhenNotPluggedIn() throws IOException {
    CARS.clock().set(Instant.parse(TestFleet.MORNING));
    Answer answer = client.ammeter("tesla", "16");
    assertEquals(409, answer.status());
    assertEquals("VEHICLE_STATE", answer.at("/type").asText());
    assertEquals("CHARGING_PLUG_NOT_CONNECTED", answer.at("/code").asText());
    assertEquals(List.of(), CARS.simulator().vehicle("tesla").orders());
  }

  @Test
  void shouldRefuseWhileAsleep() throws IOException {
    CARS.clock().set(Instant.parse(TestFleet.MORNING));
    assertEquals("ASLEEP", client.ammeter("sleepy", "16").at("/code").asText());
  }

  @Test
  void shouldSayYesAndDoNothing() throws IOException {
    assertEquals(200, client.ammeter("stubborn", "10").status());
    CARS.clock().advance(Duration.ofMinutes(30));
    assertEquals(48, client.tesla("stubborn").at("/amperageRequested").asInt());
    assertEquals(32, client.tesla("stubborn").at("/amperage").asInt());
  }

  @Test
  void shouldObeySometimes() throws IOException {
    for (int amps = 6; amps < 26; amps++) {
      client.ammeter("moody", String.valueOf(amps));
    }
    List<Order> orders = CARS.simulator().vehicle("moody").orders();
    long obeyed = orders.stream().filter(Order::obeyed).count();
    assertEquals(20, orders.size());
    assertTrue(obeyed > 5 && obeyed < 20, () -> obeyed + " of 20");
  }

  @Test
  void shouldHaveNoAmmeterInOtherMakes() throws IOException {
    String path = "/v2.0/vehicles/audi/%s/charge/ammeter";
    for (String make : List.of("audi", "tesla")) {
      Answer answer = client.post(path.formatted(make), "{\"amperage\":10}");
      assertEquals(501, answer.status());
      assertEquals("COMPATIBILITY", answer.at("/type").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"amperage\":null}",
        "{\"amperage\":true}",
        "{\"amperage\":\"many\"}",
        "{\"amperage\":0}",
        "{\"amperage\":-5}",
        "{\"amperage\":NaN}",
        "{\"amperage\":"
      })
  void shouldRefuseWhatIsNoCurrent(String body) throws IOException {
    Answer answer = client.post("/v2.0/vehicles/tesla/tesla/charge/ammeter", body);
    assertEquals(400, answer.status());
    assertEquals("VALIDATION", answer.at("/type").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "99999999999999999999", "49.9"})
  void shouldClampAnyNumberHoweverLarge(String amps) throws IOException {
    Answer answer = client.ammeter("tesla", amps);
    assertEquals("Successfully sent the following amperage: 32", answer.at("/message").asText());
  }

  @Test
  void shouldRefuseABodyThatIsTooLarge() throws IOException {
    String body = "{\"amperage\":1" + " ".repeat(70_000) + "}";
    assertEquals(413, client.post("/v2.0/vehicles/tesla/tesla/charge/ammeter", body).status());
  }

  @Test
  void shouldStopAndStartCharging() throws IOException {
    assertEquals(200, client.post("/v2.0/vehicles/tesla/charge", "{\"action\":\"STOP\"}").status());
    CARS.clock().advance(Duration.ofSeconds(10));
    assertEquals("NOT_CHARGING", client.tesla("tesla").at("/state").asText());
    client.post("/v2.0/vehicles/tesla/charge", "{\"action\":\"START\"}");
    CARS.clock().advance(Duration.ofSeconds(10));
    assertEquals("CHARGING", client.tesla("tesla").at("/state").asText());
  }
}
