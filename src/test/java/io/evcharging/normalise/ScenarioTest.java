package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.failure.CannotMapException;
import io.evcharging.testing.ObservationSchema;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code scenarios/}, through the real thing. */
@Tag("scenario")
class ScenarioTest {

  private static final List<String> SOURCES = List.of("tesla", "audi", "signals");

  private final Normaliser normaliser = new Normaliser();

  static List<Scenario> scenarios() throws IOException, URISyntaxException {
    Path root =
        Path.of(Objects.requireNonNull(ScenarioTest.class.getResource("/scenarios")).toURI());
    List<Scenario> scenarios = new ArrayList<>();
    for (String source : SOURCES) {
      try (Stream<Path> files = Files.list(root.resolve(source))) {
        for (Path file : files.sorted().toList()) {
          scenarios.add(Scenario.read(source, file));
        }
      }
    }
    return scenarios;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void shouldBecomeWhatTheScenarioSays(Scenario scenario) throws IOException {
    Answer answer = scenario.answer();
    JsonNode then = scenario.then();
    if (then.path("error").asBoolean()) {
      assertThrows(CannotMapException.class, () -> normaliser.normalise(answer));
    } else if (then.path("noData").asBoolean()) {
      assertTrue(normaliser.normalise(answer).isEmpty());
    } else {
      byte[] json = normaliser.normalise(answer).orElseThrow().json();
      ObservationSchema.assertValid(json);
      JsonNode expected = then.required("observation");
      assertEquals(
          expected.toPrettyString(),
          comparable(Scenario.JSON.readTree(json), expected).toPrettyString());
    }
  }

  /** Without what a scenario does not tell: type, id, and details that it leaves out. */
  private static JsonNode comparable(JsonNode actual, JsonNode expected) {
    ObjectNode observation = (ObjectNode) actual;
    observation.remove(List.of("type", "id"));
    for (int i = 0; i < observation.path("findings").size(); i++) {
      if (!expected.path("findings").path(i).has("detail")) {
        ((ObjectNode) observation.path("findings").path(i)).remove("detail");
      }
    }
    return observation;
  }
}
