package io.evcharging.standalone;

import static io.evcharging.standalone.DoorFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the REST door lets in, and to which vehicles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorKeysTest {

  private static final String ONE_CAR = "one-car-0123456789abc";
  private static final String AUDIS = "only-audis-0123456789";

  private DoorFixture door;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    door =
        new DoorFixture(
            directory,
            Map.of(
                "evcharging.command.keys",
                "ops:" + DoorFixture.OPS + ",one:" + ONE_CAR + ",audis:" + AUDIS,
                "evcharging.command.key.one.vehicles",
                DoorFixture.AUDI,
                "evcharging.command.key.audis.brands",
                "audi"));
  }

  @AfterAll
  void close() throws IOException {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer wrong-key-0123456789", "bearer x", "Basic b3BzOm9wcw=="})
  void shouldLetNobodyInWithoutAValidKey(String authorization) throws Exception {
    HttpResponse<String> answer =
        door.send(
            door.command(DoorFixture.TESLA, "{\"amperage\":16}")
                .setHeader("Authorization", authorization));

    assertProblem(answer, 401, "UNAUTHORIZED");
    assertEquals(Optional.of("Bearer"), answer.headers().firstValue("WWW-Authenticate"));
  }

  @Test
  void shouldAskForAKeyToReadACommand() throws Exception {
    assertEquals(401, door.send(door.request("/api/commands/c-1")).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    ONE_CAR + ", demo-tesla-3",
    ONE_CAR + ", not-there",
    AUDIS + ", demo-tesla-3",
    AUDIS + ", not-there"
  })
  void shouldHoldAKeyToItsVehicles(String key, String vehicle) throws Exception {
    HttpResponse<String> answer =
        door.send(
            door.command(vehicle, "{\"amperage\":16}").setHeader("Authorization", "Bearer " + key));

    assertProblem(answer, 403, "UNAUTHORIZED");
  }

  @Test
  void shouldShowACommandOnlyToAKeyOfItsVehicle() throws Exception {
    HttpResponse<String> sent = door.send(door.command(DoorFixture.TESLA, "{\"amperage\":0}"));
    String command = "/api/commands/" + DoorFixture.json(sent).get("commandId").asText();

    assertEquals(200, read(command, DoorFixture.OPS).statusCode());
    assertEquals(404, read(command, ONE_CAR).statusCode());
    assertEquals(404, read(command, AUDIS).statusCode());
    assertEquals(404, read("/api/commands/not-there", DoorFixture.OPS).statusCode());
  }

  private HttpResponse<String> read(String path, String key) throws Exception {
    return door.send(door.request(path).header("Authorization", "Bearer " + key));
  }

  @Test
  void shouldTakeNoKeyFromTheQuery() throws Exception {
    HttpRequest.Builder command =
        door.request(
                DoorFixture.path(DoorFixture.TESLA) + "?Authorization=Bearer%20" + DoorFixture.OPS)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"amperage\":16}"));

    assertFalse(door.send(command).statusCode() < 400);
  }
}
