package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.normalise.Answer;
import io.evcharging.source.WireTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is around a language that maps trees: bytes to a tree, the head that it is given, and the
 * id, which it cannot make.
 */
final class TreeMapping implements Contender {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NO_ID = new UUID(0, 0).toString();

  private final Language language;

  /** Maps one tree to another. */
  @FunctionalInterface
  interface Language {

    /** An object of the two objects {@code head} and {@code content}. */
    JsonNode map(JsonNode answer, JsonNode head, @Nullable String unitSystem);
  }

  TreeMapping(Language language) {
    this.language = language;
  }

  @Override
  public byte[] map(Answer answer) throws IOException {
    JsonNode tree = JSON.readTree(answer.pages().get(0));
    JsonNode mapped = language.map(tree, head(answer), answer.headers().unitSystem());
    return withId(
        answer, (ObjectNode) mapped.get("head"), JSON.writeValueAsBytes(mapped.get("content")));
  }

  /** The whole, with the id that its content has. */
  static byte[] withId(Answer answer, ObjectNode head, byte[] content) throws IOException {
    ByteArrayOutputStream key = new ByteArrayOutputStream(content.length + 100);
    key.writeBytes(
        (answer.vehicle().id() + '\n' + answer.source().id() + '\n' + time(head) + '\n')
            .getBytes(StandardCharsets.UTF_8));
    key.write(',');
    key.write(content, 1, content.length - 1);
    head.put("id", UUID.nameUUIDFromBytes(key.toByteArray()).toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    byte[] first = JSON.writeValueAsBytes(head);
    out.write(first, 0, first.length - 1);
    out.write(',');
    out.write(content, 1, content.length - 1);
    return out.toByteArray();
  }

  private static String time(JsonNode head) {
    JsonNode time = head.has("observedAt") ? head.get("observedAt") : head.path("fetchedAt");
    return time.isTextual() ? time.textValue() : head.path("receivedAt").asText();
  }

  /** What is known before the answer is read. */
  static ObjectNode head(Answer answer) {
    ObjectNode head = JSON.createObjectNode();
    head.put("type", ChargingObservation.TYPE);
    head.put("id", NO_ID);
    head.putObject("vehicle")
        .put("id", answer.vehicle().id())
        .put("brand", answer.vehicle().brand());
    ObjectNode source = head.putObject("source").put("endpoint", answer.source().id());
    source.put("requestId", answer.headers().requestId());
    put(head, "observedAt", answer.headers().dataAge());
    put(head, "fetchedAt", answer.headers().fetchedAt());
    head.put("receivedAt", answer.receivedAt().toString());
    return head;
  }

  private static void put(ObjectNode head, String name, @Nullable String time) {
    if (time != null) {
      head.put(name, String.valueOf(WireTime.parse(time)));
    }
  }
}
