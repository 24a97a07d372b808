package io.evcharging.standalone;

import static io.evcharging.standalone.DoorFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit cannot be written: the answer says whether the command was sent. */
class UnrecordedCommandTest {

  private static final String DONE =
      "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}";

  @TempDir private Path directory;

  @Test
  void shouldSayThatNothingWasSent() throws Exception {
    try (StubApi oem = StubApi.answering(200, DONE);
        DoorFixture door = door(oem)) {
      loseTheAudit();

      HttpResponse<String> refused = door.send(command(door));

      assertProblem(refused, 500, "REJECTED");
      assertEquals(0, oem.requests().size());
      Files.delete(directory.resolve("data/audit"));
      assertEquals(200, door.send(command(door)).statusCode());
    }
  }

  @Test
  void shouldSayThatItMayHaveHappenedAndLaterWhatDid() throws Exception {
    try (StubApi oem =
            StubApi.answering(
                exchange -> {
                  loseTheAudit();
                  StubApi.send(exchange, 200, DONE);
                });
        DoorFixture door = door(oem)) {
      HttpResponse<String> lost = door.send(command(door));

      assertProblem(lost, 500, "UNKNOWN");
      String id = DoorFixture.json(lost).get("commandId").asText();
      HttpResponse<String> read =
          door.send(
              door.request("/api/commands/" + id)
                  .header("Authorization", "Bearer " + DoorFixture.OPS));
      assertEquals("ACCEPTED", DoorFixture.json(read).path("outcome").asText(), read.body());
    }
  }

  private DoorFixture door(StubApi oem) throws IOException {
    return new DoorFixture(
        directory, Map.of("evcharging.smartcar.api-url", oem.origin() + "/v2.0"));
  }

  private static HttpRequest.Builder command(DoorFixture door) {
    return door.command(DoorFixture.TESLA, "{\"amperage\":16}");
  }

  private void loseTheAudit() throws IOException {
    Path audit = directory.resolve("data/audit");
    if (Files.exists(audit)) {
      Files.move(audit, directory.resolve("aside"));
    }
    Files.writeString(audit, "in the way");
  }
}
