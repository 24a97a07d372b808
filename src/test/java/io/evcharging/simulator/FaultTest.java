package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private final SimulatorClient client = new SimulatorClient(CARS.simulator());
  private final SimulatedCar tesla = CARS.simulator().vehicle("tesla");

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(Fault.rateLimited(Duration.ofSeconds(30)), 429, "RATE_LIMIT", "VEHICLE"),
        Arguments.of(Fault.applicationRateLimited(), 429, "RATE_LIMIT", "SMARTCAR_API"),
        Arguments.of(Fault.billing(), 430, "BILLING", "VEHICLE_REQUEST_LIMIT"),
        Arguments.of(Fault.compatibility(), 501, "COMPATIBILITY", "VEHICLE_NOT_CAPABLE"),
        Arguments.of(Fault.upstream(), 502, "UPSTREAM", "NO_RESPONSE"),
        Arguments.of(Fault.asleep(), 409, "VEHICLE_STATE", "ASLEEP"),
        Arguments.of(Fault.error(500, "SERVER", "INTERNAL"), 500, "SERVER", "INTERNAL"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void shouldRefuseInTheFormOfEachGeneration(Fault fault, int status, String type, String code)
      throws IOException {
    tesla.faults().add(fault);
    Answer v2 = client.tesla("tesla");
    assertEquals(status, v2.status());
    assertEquals(type, v2.at("/type").asText());
    assertEquals(code, v2.at("/code").asText());
    assertEquals(status, v2.at("/statusCode").asInt());
    Answer v3 = client.signals("tesla");
    assertEquals(status, v3.status());
    assertEquals(String.valueOf(status), v3.at("/errors/0/status").asText());
    assertEquals(type, v3.at("/errors/0/type").asText());
    assertEquals(code, v3.at("/errors/0/code").asText());
  }

  @Test
  void shouldSayHowLongToWaitInBothForms() throws IOException {
    tesla.faults().add(Fault.rateLimited(Duration.ofSeconds(30)), 1);
    tesla.faults().add(Fault.rateLimitedUntil(Instant.parse("2026-11-20T08:01:00Z")), 1);
    tesla.faults().add(Fault.applicationRateLimited(), 1);
    assertEquals("30", client.tesla("tesla").header("Retry-After"));
    assertEquals("Fri, 20 Nov 2026 08:01:00 GMT", client.tesla("tesla").header("Retry-After"));
    assertNull(client.tesla("tesla").header("Retry-After"));
    assertEquals(200, client.tesla("tesla").status());
  }

  @Test
  void shouldLastAsOftenAsToldAndMeetNoOtherVehicle() throws IOException {
    tesla.faults().add(Fault.upstream(), 2);
    assertEquals(502, client.tesla("tesla").status());
    assertEquals(200, client.tesla("streaming").status());
    assertEquals(502, client.tesla("tesla").status());
    assertEquals(200, client.tesla("tesla").status());
  }

  @Test
  void shouldMeetEveryVehicleWhenOrderedForAll() throws IOException {
    CARS.simulator().faults().add(Fault.applicationRateLimited());
    assertEquals(429, client.tesla("tesla").status());
    assertEquals(429, client.get("/v2.0/vehicles").status());
    CARS.simulator().faults().clear();
    assertEquals(200, client.tesla("tesla").status());
  }

  @Test
  void shouldMeetCommandsOnly() throws IOException {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
    tesla.faults().add(Fault.upstream(), 1, FaultScope.COMMANDS);
    assertEquals(200, client.tesla("tesla").status());
    assertEquals(502, client.ammeter("tesla", "10").status());
    assertEquals(List.of(), tesla.orders());
    assertEquals(200, client.ammeter("tesla", "10").status());
  }

  @Test
  void shouldAnswerAnythingWhenToldTo() throws IOException {
    tesla.faults().add(Fault.respond(418, "{\"tea\":true}"), 1);
    Answer answer = client.tesla("tesla");
    assertEquals(418, answer.status());
    assertTrue(answer.at("/tea").asBoolean());
  }

  @Test
  void shouldAnswerLate() throws IOException {
    tesla.faults().add(Fault.slow(Duration.ofMillis(300)), 1);
    long start = System.nanoTime();
    assertEquals(200, client.tesla("tesla").status());
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 300, () -> "after " + millis + " ms");
  }

  @Test
  void shouldCutTheConnectionBeforeTheAnswerWithoutEffect() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
    // A client may ask again by itself when a connection that was kept open breaks.
    tesla.faults().add(Fault.cutBeforeAnswer());
    assertThrows(IOException.class, () -> client.ammeter("tesla", "10"));
    assertEquals(List.of(), tesla.orders());
  }

  @Test
  void shouldCutTheConnectionInTheMiddleWithEffect() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
    tesla.faults().add(Fault.cutMidAnswer(), 1);
    assertThrows(IOException.class, () -> client.ammeter("tesla", "10"));
    assertEquals(10, tesla.orders().get(0).acceptedAmps());
  }

  @Test
  void shouldAnswerGarbage() throws IOException {
    tesla.faults().add(Fault.notJson(), 1);
    tesla.faults().add(Fault.truncatedJson(), 1);
    tesla.faults().add(Fault.empty(), 1);
    Answer notJson = client.tesla("tesla");
    assertEquals("application/json", notJson.header("Content-Type"));
    assertThrows(JsonProcessingException.class, () -> parse(notJson));
    Answer truncated = client.tesla("tesla");
    assertEquals('{', truncated.http().body().charAt(0));
    assertThrows(JsonProcessingException.class, () -> parse(truncated));
    assertEquals("", client.tesla("tesla").http().body());
  }

  @Test
  void shouldCallJsonHtml() throws IOException {
    tesla.faults().add(Fault.wrongContentType(), 1);
    Answer answer = client.tesla("tesla");
    assertEquals("text/html", answer.header("Content-Type"));
    assertEquals("NOT_CHARGING", answer.at("/state").asText());
  }

  @Test
  void shouldAnswerWithAHugeBody() throws IOException {
    tesla.faults().add(Fault.huge(3_000_000), 1);
    Answer answer = client.tesla("tesla");
    assertEquals(3_000_000, answer.http().body().length());
    assertEquals(1, answer.json().size());
  }

  @Test
  void shouldRefuseFaultsThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> tesla.faults().add(Fault.upstream(), 0));
    assertThrows(IllegalArgumentException.class, () -> Fault.error(200, "SERVER", null));
    assertThrows(IllegalArgumentException.class, () -> Fault.slow(Duration.ofMillis(-1)));
    assertThrows(IllegalArgumentException.class, () -> Fault.huge(-1));
  }

  private static void parse(Answer answer) throws JsonProcessingException {
    JsonMapper.builder().build().readTree(answer.http().body());
  }
}
