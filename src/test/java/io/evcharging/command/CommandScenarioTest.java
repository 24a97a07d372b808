package io.evcharging.command;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.canonical.CommandResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code scenarios/command}, through the routes and against simulated cars. */
@Tag("scenario")
class CommandScenarioTest {

  private static final Set<String> FLAGS = Set.of("conflict", "tooLarge", "switchedOff");

  /** {@code NOW} is when the scenario began. */
  private static final Pattern TIME = Pattern.compile("\"NOW(?:\\+(PT\\w+))?\"");

  @TempDir static Path directory;
  private static CommandStage stage;

  private final Map<String, CommandResult> results = new HashMap<>();
  private Instant now = Instant.EPOCH;

  @BeforeAll
  static void open() throws Exception {
    stage = CommandStage.open(directory, CommandScenario.all());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  static List<CommandScenario> scenarios() throws IOException, URISyntaxException {
    return CommandScenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void shouldGoAsTheScenarioSays(CommandScenario scenario) throws Exception {
    now = stage.nextMorning();
    for (JsonNode step : scenario.steps()) {
      take(step, scenario.name());
    }
    List<String> ids = results.values().stream().map(CommandResult::commandId).distinct().toList();
    JsonNode then = scenario.then();
    assertEquals(then.required("calls").asLong(), stage.calls(scenario.name()), "calls");
    assertEquals(texts(then.required("audit")), stage.audit(ids), "audit");
    await().untilAsserted(() -> assertEquals(texts(then.required("events")), stage.events(ids)));
  }

  private void take(JsonNode step, String car) throws Exception {
    switch (step.fieldNames().next()) {
      case "send" -> send(step, car);
      case "read" -> assertMatches(step.required("then"), read(step.get("read").asText()));
      case "fault" -> stage.fault(car, step.get("fault"));
      case "advance" -> stage.advance(step.get("advance").asText());
      case "poll" -> stage.poll(step.get("poll").asText(), car);
      case "tick" -> assertEquals(step.get("tick").asLong(), stage.tick(car), "polls that are due");
      case "enabled" -> stage.switchTo(step.get("enabled").asBoolean());
      case "restart" -> stage.restart();
      default -> throw new IOException("no such step: " + step);
    }
  }

  private void send(JsonNode step, String car) throws IOException {
    ObjectNode sent = step.deepCopy();
    if (sent.has("vehicle")) {
      sent.put("vehicle", sent.get("vehicle").asText().replace("CAR", car));
    }
    if (sent.has("key")) {
      sent.put("key", car + sent.get("key").asText());
    }
    Exchange answer = stage.send(sent.get("send").asText().replace("CAR", car), sent);
    assertNull(answer.getException());
    CommandResult result = answer.getMessage().getBody(CommandResult.class);
    String name = step.path("as").asText("it");
    CommandResult before = results.put(name, result);
    assertEquals(
        step.path("again").asBoolean(),
        before != null && before.commandId().equals(result.commandId()),
        "is the answer of " + name);
    assertMatches(step.required("then"), result);
    FLAGS.forEach(
        flag ->
            assertEquals(
                step.path("reply").has(flag),
                answer.getProperty("evcharging." + flag, false, Boolean.class),
                flag));
    assertEquals(
        step.at("/reply/retryAfter").asLong(),
        answer.getProperty("evcharging.retryAfter", 0L, Long.class),
        "retryAfter");
  }

  private CommandResult read(String name) {
    CommandResult result = stage.read(Objects.requireNonNull(results.get(name)).commandId());
    assertNotNull(result);
    return result;
  }

  /** What the scenario names must be so; it need not name everything. */
  private void assertMatches(JsonNode told, CommandResult result) throws IOException {
    JsonNode actual = CommandStage.JSON.readTree(CommandJson.write(result));
    JsonNode expected = CommandStage.JSON.readTree(withTimes(told.toString()));
    assertEquals(expected.toPrettyString(), only(expected, actual).toPrettyString());
  }

  private String withTimes(String json) {
    return TIME.matcher(json)
        .replaceAll(
            time ->
                '"'
                    + now.plus(Duration.parse(Objects.requireNonNullElse(time.group(1), "PT0S")))
                        .toString()
                    + '"');
  }

  private static JsonNode only(JsonNode expected, JsonNode actual) {
    if (!expected.isObject() || !actual.isObject()) {
      return actual;
    }
    ObjectNode picked = CommandStage.JSON.createObjectNode();
    expected
        .fieldNames()
        .forEachRemaining(name -> picked.set(name, only(expected.get(name), actual.path(name))));
    return picked;
  }

  private static List<String> texts(JsonNode list) {
    return new ArrayList<>(
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList());
  }
}
