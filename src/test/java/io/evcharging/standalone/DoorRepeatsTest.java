package io.evcharging.standalone;

import static io.evcharging.standalone.DoorFixture.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.StubApi;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two requests at once under one key, while the OEM has not yet answered the first. */
class DoorRepeatsTest {

  private static final String DONE =
      "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}";

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  @Test
  void shouldRefuseAnotherCommandUnderTheKeyOfOneThatIsUnderWay(@TempDir Path directory)
      throws Exception {
    try (StubApi oem = oem();
        DoorFixture door = door(directory, oem)) {
      CompletableFuture<HttpResponse<String>> first = door.sendAsync(command(door, 16));
      assertTrue(asked.await(20, TimeUnit.SECONDS));

      HttpResponse<String> other = door.send(command(door, 17));
      answer.countDown();

      assertProblem(other, 422, "INVALID");
      assertEquals(200, first.get().statusCode(), first.get().body());
      assertEquals(1, oem.requests().size());
      assertProblem(door.send(command(door, 17)), 422, "INVALID");
    }
  }

  @Test
  void shouldLetOneOfTwoCommandsWinThatComeAtTheSameInstant(@TempDir Path directory)
      throws Exception {
    answer.countDown();
    try (StubApi oem = oem();
        DoorFixture door = door(directory, oem)) {
      CompletableFuture<HttpResponse<String>> one = door.sendAsync(command(door, 16));
      CompletableFuture<HttpResponse<String>> other = door.sendAsync(command(door, 17));

      List<Integer> statuses =
          List.of(one.get().statusCode(), other.get().statusCode()).stream().sorted().toList();

      assertEquals(List.of(200, 422), statuses);
      assertEquals(1, oem.requests().size());
    }
  }

  private StubApi oem() throws Exception {
    return StubApi.answering(
        exchange -> {
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          StubApi.send(exchange, 200, DONE);
        });
  }

  private static DoorFixture door(Path directory, StubApi oem) throws Exception {
    return new DoorFixture(
        directory, Map.of("evcharging.smartcar.api-url", oem.origin() + "/v2.0"));
  }

  private static HttpRequest.Builder command(DoorFixture door, int amps) {
    return door.command(DoorFixture.TESLA, "{\"amperage\":" + amps + "}")
        .header("Idempotency-Key", "one-key");
  }
}
