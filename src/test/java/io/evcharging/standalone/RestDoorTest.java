package io.evcharging.standalone;

import static io.evcharging.standalone.DoorFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the REST door reads of a request, and how it answers what it does not take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestDoorTest {

  private DoorFixture door;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    door = new DoorFixture(directory, Map.of());
  }

  @AfterAll
  void close() throws IOException {
    door.close();
  }

  @Test
  void shouldAnswerACommandWithItsResult() throws Exception {
    HttpResponse<String> answer = door.send(door.command(DoorFixture.TESLA, "{\"amperage\":16}"));

    JsonNode result = DoorFixture.json(answer);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(Optional.of("application/json"), answer.headers().firstValue("Content-Type"));
    assertEquals(DoorFixture.TESLA, result.get("vehicleId").asText());
    assertEquals("ops", result.get("requestedBy").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json; charset=UTF-8 | 400",
        "application/json;charset=\"utf-8\" | 400",
        "application/json; charset=utf-16 | 415",
        "application/json, text/plain | 415",
        "application/x-www-form-urlencoded | 415",
        "multipart/form-data; boundary=x | 415",
        "text/plain | 415",
        "x | 415"
      })
  void shouldReadJsonOnly(String type, int status) throws Exception {
    HttpResponse<String> answer =
        door.send(door.command(DoorFixture.TESLA, "no JSON").setHeader("Content-Type", type));

    assertProblem(answer, status, "INVALID");
  }

  /** Vert.x would keep its files, in the working directory. */
  @Test
  void shouldKeepNoFileOfAForm() throws Exception {
    String file =
        "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\r\n\r\nabc\r\n--x--";
    HttpRequest.Builder form =
        door.command(DoorFixture.TESLA, file)
            .setHeader("Content-Type", "multipart/form-data; boundary=x");

    assertProblem(door.send(form), 415, "INVALID");
    assertFalse(Files.exists(Path.of("file-uploads")));
  }

  @Test
  void shouldAskForAContentType() throws Exception {
    HttpRequest.Builder bare =
        door.request(DoorFixture.path(DoorFixture.TESLA))
            .header("Authorization", "Bearer " + DoorFixture.OPS)
            .POST(BodyPublishers.ofString("{\"amperage\":16}"));

    assertProblem(door.send(bare), 415, "INVALID");
  }

  static Stream<BodyPublisher> largeBodies() {
    return Stream.of(10_000, 70_000, 5_000_000)
        .map(size -> " ".repeat(size))
        .flatMap(
            text ->
                Stream.of(
                    BodyPublishers.ofString(text),
                    BodyPublishers.fromPublisher(BodyPublishers.ofString(text))));
  }

  @ParameterizedTest
  @MethodSource("largeBodies")
  void shouldRefuseALargeBodyWithAndWithoutALength(BodyPublisher body) throws Exception {
    HttpResponse<String> answer = door.send(door.command(DoorFixture.TESLA, "").POST(body));

    assertEquals(413, answer.statusCode());
    assertEquals("INVALID", DoorFixture.json(answer).get("outcome").asText());
    assertFalse(DoorFixture.json(answer).path("commandId").asText().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "ä"})
  void shouldRefuseAnIdempotencyKeyThatIsNone(String key) throws Exception {
    assertProblem(
        door.send(door.command(DoorFixture.TESLA, "{}").header("Idempotency-Key", key)),
        400,
        "INVALID");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer other-key-0123456789, 401",
    "Idempotency-Key, one, 400",
    "vehicleId, demo-audi-q4, 400",
    "VEHICLEID, demo-audi-q4, 400"
  })
  void shouldRefuseWhatIsSaidTwice(String header, String value, int status) throws Exception {
    HttpRequest.Builder command =
        door.command(DoorFixture.TESLA, "{\"amperage\":16}")
            .header("Idempotency-Key", "first")
            .header(header, value);

    assertEquals(status, door.send(command).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vehicleId=demo-audi-q4", "CamelHttpMethod=OPTIONS", "x"})
  void shouldRefuseQueryParameters(String query) throws Exception {
    HttpRequest.Builder command =
        door.request(DoorFixture.path(DoorFixture.TESLA) + "?" + query)
            .header("Authorization", "Bearer " + DoorFixture.OPS)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"amperage\":16}"));

    assertProblem(door.send(command), 400, "INVALID");
  }

  @Test
  void shouldSayNothingBeforeItsRoutesAreThere(@TempDir Path directory) throws Exception {
    try (DoorFixture starting = DoorFixture.unstarted(directory)) {
      CompletableFuture<Void> started =
          CompletableFuture.runAsync(
              () -> assertDoesNotThrow(starting::start), Executors.newSingleThreadExecutor());
      HttpResponse<String> first =
          Awaitility.await()
              .ignoreExceptionsInstanceOf(IOException.class)
              .pollInterval(Duration.ofMillis(5))
              .atMost(Duration.ofSeconds(60))
              .until(() -> starting.send(starting.request("/api/openapi.json")), any -> true);
      assertEquals(200, first.statusCode(), first.body());
      started.join();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /api, 404",
    "POST, /api/vehicles//charge/amperage, 404",
    "GET, /api/vehicles/x/charge/amperage, 405",
    "HEAD, /api/openapi.json, 405",
    "OPTIONS, /api/vehicles/x/charge/amperage, 405",
    "TRACE, /api/vehicles/x/charge/amperage, 405",
    "DELETE, /api/commands/x, 405",
    "GET, /api/commands/%zz, 400"
  })
  void shouldAnswerWhatNoRouteTakes(String method, String path, int status) throws Exception {
    try (RawHttp http = new RawHttp(door.port())) {
      RawHttp.Answer answer = http.send(method + " " + path + " HTTP/1.1", "Host: x");

      assertEquals(status, answer.status());
      assertEquals("application/problem+json", answer.header("content-type"));
      assertEquals(status == 405, answer.header("allow") != null);
      assertFalse(answer.text().contains("zz"));
    }
  }
}
