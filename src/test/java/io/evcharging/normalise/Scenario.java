package io.evcharging.normalise;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file: an answer, and what becomes of it. The observation is told without its type and id, and
 * findings may be told without their detail.
 */
record Scenario(String name, JsonNode given, JsonNode then) {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Scenario read(String source, Path file) throws IOException {
    JsonNode scenario = YAML.readTree(file.toFile());
    return new Scenario(
        source + "/" + file.getFileName(), scenario.required("given"), scenario.required("then"));
  }

  Answer answer() {
    return new Answer(
        new Vehicle(text("/vehicle/id", "veh-1"), text("/vehicle/brand", "TESLA")),
        ChargeSource.byId(given.required("source").asText()).orElseThrow(),
        new SmartcarHeaders(
            header("SC-Data-Age"),
            header("SC-Fetched-At"),
            header("SC-Unit-System"),
            header("SC-Request-Id")),
        Instant.parse(text("/receivedAt", "2026-11-20T08:15:03Z")),
        pages());
  }

  private List<byte[]> pages() {
    if (given.has("bodyText")) {
      return List.of(given.get("bodyText").asText().getBytes(StandardCharsets.UTF_8));
    }
    if (given.has("body")) {
      return List.of(bytes(given.get("body")));
    }
    List<byte[]> pages = new ArrayList<>();
    given.required("pages").forEach(page -> pages.add(bytes(page)));
    return pages;
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String text(String pointer, String otherwise) {
    return given.at(pointer).asText(otherwise);
  }

  private @Nullable String header(String name) {
    JsonNode value = given.path("headers").path(name);
    return value.isMissingNode() ? null : value.asText();
  }

  @Override
  public String toString() {
    return name;
  }
}
