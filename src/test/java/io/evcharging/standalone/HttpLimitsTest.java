package io.evcharging.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever holds the door open, or crowds it, is held back; health and metrics go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpLimitsTest {

  private static final int CONCURRENCY = 2;

  private DoorFixture door;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    door =
        new DoorFixture(
            directory,
            Map.of(
                "evcharging.command.rest.concurrency",
                "" + CONCURRENCY,
                "evcharging.command.rest.idle-timeout",
                "1s"));
  }

  @AfterAll
  void close() throws IOException {
    door.close();
  }

  @Test
  void shouldCloseAConnectionThatSaysNothing() throws IOException {
    try (RawHttp http = new RawHttp(door.port())) {
      assertEquals("", http.read().text());
    }
  }

  @Test
  void shouldCloseAConnectionThatNeverEndsItsHeaders() throws IOException {
    try (RawHttp http = new RawHttp(door.port())) {
      http.write("GET /api/commands/x HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(US_ASCII));

      assertEquals("", http.read().text());
    }
  }

  @Test
  void shouldRefuseABodyThatDoesNotArrive() throws IOException {
    try (RawHttp http = new RawHttp(door.port())) {
      String head = "POST " + DoorFixture.path("x") + " HTTP/1.1\r\nHost: x\r\n";
      http.write((head + "Content-Length: 20\r\n\r\n{\"amp").getBytes(US_ASCII));

      assertEquals(408, http.read().status());
    }
  }

  @Test
  void shouldKeepAConnectionThatWaitsForACar() throws Exception {
    slowly(Duration.ofSeconds(3));

    HttpRequest command = door.command(DoorFixture.TESLA, "{\"amperage\":16}").build();
    // A client of its own: a pooled connection may be one that the door is about to close.
    HttpResponse<String> answer = HttpClient.newHttpClient().send(command, BodyHandlers.ofString());

    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 409, answer.body());
  }

  private void slowly(Duration time) {
    door.simulator().vehicle(DoorFixture.TESLA).faults().add(new Fault.Delay(time));
  }

  @Test
  void shouldRefuseMoreRequestsAtOnceThanItHasThreadsFor() throws Exception {
    List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      door.simulator().faults().add(new Fault.Delay(Duration.ofSeconds(4)), CONCURRENCY);
      for (String car : List.of("demo-tesla-y-streaming", "demo-tesla-s-sleepy")) {
        waiting.add(clients.submit(() -> door.send(door.command(car, "{\"amperage\":16}"))));
      }
      Awaitility.await().until(() -> read().statusCode() == 503);

      HttpResponse<String> refused = read();

      assertEquals("1", refused.headers().firstValue("Retry-After").get());
      assertEquals(200, door.send(door.request("/observe/health/live")).statusCode());
      for (Future<HttpResponse<String>> answer : waiting) {
        assertTrue(answer.get().statusCode() < 500);
      }
      Awaitility.await().until(() -> read().statusCode() == 404);
    } finally {
      clients.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "xchunked", "identity"})
  void shouldNotTakeABodyInACodingThatItDoesNotKnow(String coding) throws IOException {
    try (RawHttp http = new RawHttp(door.port())) {
      RawHttp.Answer answer =
          http.send(
              "POST " + DoorFixture.path(DoorFixture.TESLA) + " HTTP/1.1",
              "Host: x",
              "Authorization: Bearer " + DoorFixture.OPS,
              "Content-Type: application/json",
              "Transfer-Encoding: " + coding);

      assertEquals(501, answer.status(), answer.text());
      assertEquals("application/problem+json", answer.header("content-type"));
    }
  }

  private HttpResponse<String> read() throws Exception {
    return door.send(
        door.request("/api/commands/x").header("Authorization", "Bearer " + DoorFixture.OPS));
  }

  @Test
  void shouldTakeOnlySoManyConnections() throws Exception {
    List<RawHttp> held = new ArrayList<>();
    try {
      for (int i = 0; i < 4 * CONCURRENCY + 4; i++) {
        held.add(new RawHttp(door.port()));
      }
      RawHttp last = held.get(held.size() - 1);
      long before = System.nanoTime();

      assertEquals("", last.read().text());
      assertTrue(System.nanoTime() - before < 900_000_000, "closed at once");
    } finally {
      for (RawHttp connection : held) {
        connection.close();
      }
    }
  }
}
