package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed while a command is under way, and started again. */
class CommandKilledIT {

  private static final String KEY = "a-key-for-this-test-alone-0123456789abcdef";
  private static final String TOOK =
      "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void shouldSayUnknownAndNotSendAgainWhatWasUnderWay() throws Exception {
    try (StubApi api = StubApi.answering(this::late)) {
      killOnce(api, 0);

      JsonNode told = again(api);

      assertEquals("UNKNOWN", told.path("outcome").asText());
      assertEquals(List.of("ASKED UNKNOWN", "INTERRUPTED UNKNOWN"), audit());
    }
  }

  /** Somewhere between the OEM's answer and ours: with luck, in all places in between. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 40})
  void shouldSayUnknownOrWhatTheAuditSays(int millisAfterTheAnswer) throws Exception {
    try (StubApi api = StubApi.answering(this::atOnce)) {
      killOnce(api, millisAfterTheAnswer);

      JsonNode told = again(api);

      List<String> audit = audit();
      assertEquals("ASKED UNKNOWN", audit.get(0));
      String last = audit.get(audit.size() - 1);
      assertTrue(last.endsWith(" " + told.path("outcome").asText()), last + " but " + told);
    }
  }

  /** The OEM has done it, and its answer is on the way for ever. */
  private void late(HttpExchange exchange) throws IOException {
    asked.countDown();
    await(over);
    StubApi.send(exchange, 200, TOOK);
  }

  private void atOnce(HttpExchange exchange) throws IOException {
    StubApi.send(exchange, 200, TOOK);
    asked.countDown();
  }

  private void killOnce(StubApi api, int millisLater) throws Exception {
    int port = Ports.claim("", EmbeddedBroker.HOST, 0);
    try (Program program = start(api, port)) {
      program.awaitOutput("running");
      var unused = client.sendAsync(command(port), HttpResponse.BodyHandlers.ofString());
      await(asked);
      if (millisLater > 0) {
        over.await(millisLater, TimeUnit.MILLISECONDS);
      }
      program.kill();
    }
    over.countDown();
  }

  /** What the same command with the same key is answered after the restart. */
  private JsonNode again(StubApi api) throws Exception {
    int port = Ports.claim("", EmbeddedBroker.HOST, 0);
    try (Program program = start(api, port)) {
      program.awaitOutput("running");
      JsonNode repeated = send(command(port));
      assertEquals(1, api.requests().size(), "calls of the OEM");
      String id = repeated.path("commandId").asText();
      JsonNode read = send(request(port, "/api/commands/" + id).GET().build());
      assertEquals(repeated.path("outcome"), read.path("outcome"));
      return read;
    }
  }

  private JsonNode send(HttpRequest request) throws Exception {
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static HttpRequest command(int port) {
    return request(port, "/api/vehicles/tesla-1/charge/amperage")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "the-same")
        .POST(HttpRequest.BodyPublishers.ofString("{\"amperage\":16}"))
        .build();
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + KEY);
  }

  private Program start(StubApi api, int port) throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, "vehicles:\n  - {id: tesla-1, brand: TESLA}\n");
    return Program.start(
        "run",
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.data-directory=" + directory.resolve("data"),
        "-Devcharging.smartcar.access-token=some-token",
        "-Devcharging.smartcar.api-url=" + api.origin() + "/v2.0",
        "-Devcharging.smartcar.vehicle-url=" + api.origin() + "/v3",
        "-Devcharging.command.keys=ops:" + KEY,
        "-Devcharging.poll.tesla-charge.enabled=false",
        "-Devcharging.deliver.sinks=file",
        "-Devcharging.http.port=" + port);
  }

  private List<String> audit() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("data/audit"))) {
      return files.flatMap(CommandKilledIT::lines).map(CommandKilledIT::change).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String change(String line) {
    try {
      JsonNode told = JSON.readTree(line);
      return told.path("change").asText() + " " + told.at("/command/outcome").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
