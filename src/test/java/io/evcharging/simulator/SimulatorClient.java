package io.evcharging.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A plain client of a simulator, so that tests see what goes over the wire. */
final class SimulatorClient {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final SmartcarSimulator simulator;

  SimulatorClient(SmartcarSimulator simulator) {
    this.simulator = simulator;
  }

  /** An answer, with its body read as JSON on demand. */
  record Answer(HttpResponse<String> http) {

    int status() {
      return http.statusCode();
    }

    @Nullable String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }
  }

  Answer tesla(String id) throws IOException {
    return get("/v2.0/vehicles/" + id + "/tesla/charge");
  }

  Answer audi(String id) throws IOException {
    return get("/v2.0/vehicles/" + id + "/audi/charge");
  }

  Answer signals(String id) throws IOException {
    return get("/v3/vehicles/" + id + "/signals?page%5Bsize%5D=200");
  }

  Answer signal(String id, String code) throws IOException {
    return get("/v3/vehicles/" + id + "/signals/" + code);
  }

  Answer ammeter(String id, String amps) throws IOException {
    return post("/v2.0/vehicles/" + id + "/tesla/charge/ammeter", "{\"amperage\":" + amps + "}");
  }

  Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  Answer get(String path, String header, String value) throws IOException {
    return send(request(path).setHeader(header, value).GET());
  }

  Answer post(String path, String body) throws IOException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer send(HttpRequest.Builder request) throws IOException {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    URI uri = path.startsWith("http") ? URI.create(path) : simulator.origin().resolve(path);
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + simulator.accessToken())
        .header("Content-Type", "application/json")
        .header("SC-Unit-System", "metric");
  }
}
