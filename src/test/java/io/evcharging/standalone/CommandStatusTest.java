package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.simulator.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each outcome with its status, against a source API that answers as the row says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandStatusTest {

  private static final String DONE = "Successfully sent the following amperage: ";

  private DoorFixture door;
  private Path directory;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    directory = folder;
    door = new DoorFixture(folder, Map.of("evcharging.smartcar.response-timeout", "1s"));
  }

  @AfterEach
  void forget() {
    door.simulator().vehicle(DoorFixture.TESLA).faults().clear();
  }

  @AfterAll
  void close() throws IOException {
    door.close();
  }

  private void oemAnswers(Fault fault) {
    door.simulator().vehicle(DoorFixture.TESLA).faults().add(fault);
  }

  private static Fault sets(int amps) {
    return new Fault.Respond(
        200,
        "application/json",
        "{\"message\":\"" + DONE + amps + "\",\"status\":\"success\"}",
        Map.of());
  }

  private HttpResponse<String> command(String vehicle, String amps) throws Exception {
    return door.send(door.command(vehicle, "{\"amperage\":" + amps + "}"));
  }

  @Test
  void shouldAnswer200WhenTheOemTookIt() throws Exception {
    oemAnswers(sets(32));

    assertOutcome(200, "ACCEPTED", awaited("32"));
  }

  @Test
  void shouldAnswer200AndTheOtherValueWhenTheOemTookAnother() throws Exception {
    oemAnswers(sets(32));

    JsonNode result = assertOutcome(200, "CLAMPED", awaited("48"));
    assertEquals(32, result.get("acceptedAmps").asInt());
    assertEquals(48, result.get("requestedAmps").asInt());
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "0.5", "81", "1e400", "NaN", "\"16\"", "true", "null", "[16]", "{}"})
  void shouldAnswer400ToWhatIsNoCurrent(String amps) throws Exception {
    assertOutcome(400, "INVALID", command(DoorFixture.TESLA, amps));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amperage\":16,\"amperage\":17}",
        "{\"amps\":16}",
        "{\"amperage\":16,\"x\":1}",
        "[]"
      })
  void shouldAnswer400ToAnotherBody(String body) throws Exception {
    assertOutcome(400, "INVALID", door.send(door.command(DoorFixture.TESLA, body)));
  }

  @Test
  void shouldAnswer404ToAnUnknownVehicle() throws Exception {
    assertOutcome(404, "UNKNOWN_VEHICLE", command("not-there", "16"));
    assertOutcome(404, "UNKNOWN_VEHICLE", command("%2e%2e%2fx", "16"));
  }

  @Test
  void shouldAnswer409WithTheOemsReason() throws Exception {
    oemAnswers(new Fault.Refuse(409, "VEHICLE_STATE", "CHARGING_PLUG_NOT_CONNECTED", Map.of()));

    JsonNode problem = assertOutcome(409, "VEHICLE_STATE", awaited("16"));
    assertEquals(409, problem.at("/oem/status").asInt());
    assertTrue(problem.toString().contains("CHARGING_PLUG_NOT_CONNECTED"), problem::toString);
  }

  @Test
  void shouldAnswer422ForABrandWithoutTheCommand() throws Exception {
    long before = door.simulator().calls().total();

    assertOutcome(422, "UNSUPPORTED_BY_BRAND", command(DoorFixture.AUDI, "16"));
    assertEquals(before, door.simulator().calls().total());
  }

  @Test
  void shouldAnswer429WithTheOemsRetryAfter() throws Exception {
    oemAnswers(Fault.rateLimited(Duration.ofSeconds(2)));

    HttpResponse<String> answer = command(DoorFixture.TESLA, "16");
    assertOutcome(429, "RATE_LIMITED", answer);
    assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").get()) >= 1);
  }

  @Test
  void shouldAnswer502WhenTheOemRefuses() throws Exception {
    oemAnswers(new Fault.Refuse(403, "PERMISSION", null, Map.of()));

    assertOutcome(502, "REJECTED", awaited("16"));
  }

  @Test
  void shouldAnswer502WhenTheOemFails() throws Exception {
    oemAnswers(new Fault.Refuse(500, "SERVER", "INTERNAL", Map.of()));

    assertOutcome(502, "UNKNOWN", awaited("16"));
  }

  @Test
  void shouldAnswer504WhenNoAnswerCame() throws Exception {
    oemAnswers(new Fault.Delay(Duration.ofSeconds(3)));

    assertOutcome(504, "UNKNOWN", awaited("16"));
  }

  @Test
  void shouldAnswer504WhenTheConnectionWasCut() throws Exception {
    oemAnswers(new Fault.Cut(false));

    assertOutcome(504, "UNKNOWN", awaited("16"));
  }

  /** Behind the time that an earlier test's 429 has asked for. */
  private HttpResponse<String> awaited(String amps) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> command(DoorFixture.TESLA, amps), answer -> answer.statusCode() != 429);
  }

  @Test
  void shouldAnswerARepeatLikeTheFirstAndRefuseAnotherCommand() throws Exception {
    oemAnswers(sets(20));
    HttpResponse<String> first = keyed("20");
    HttpResponse<String> again = keyed("20");

    assertEquals(
        DoorFixture.json(first).get("commandId"), DoorFixture.json(again).get("commandId"));
    HttpResponse<String> other = keyed("21");
    assertOutcome(422, "INVALID", other);
    assertEquals(
        "urn:evcharging:problem:idempotency-key-reused",
        DoorFixture.json(other).get("type").asText());
  }

  private HttpResponse<String> keyed(String amps) throws Exception {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                door.send(
                    door.command(DoorFixture.TESLA, "{\"amperage\":" + amps + "}")
                        .header("Idempotency-Key", "key-of-a-test")),
            answer -> answer.statusCode() != 429);
  }

  @Test
  void shouldHoldNoKeyInTheAudit() throws Exception {
    assertOutcome(400, "INVALID", command(DoorFixture.TESLA, "0"));

    try (var files = Files.list(directory.resolve("data/audit"))) {
      String audit = Files.readString(files.findFirst().get());
      assertTrue(audit.contains("\"requestedBy\":\"ops\""));
      assertFalse(audit.contains(DoorFixture.OPS));
    }
  }

  private static JsonNode assertOutcome(int status, String outcome, HttpResponse<String> answer)
      throws IOException {
    JsonNode body = DoorFixture.json(answer);
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(outcome, body.get("outcome").asText());
    assertFalse(body.get("commandId").asText().isEmpty());
    assertEquals(
        Optional.of(status == 200 ? "application/json" : "application/problem+json"),
        answer.headers().firstValue("Content-Type"));
    return body;
  }
}
