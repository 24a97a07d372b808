package io.evcharging.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what happens to it on its way.
 *
 * @param status HTTP status
 * @param headers beside length and date
 * @param body as sent; {@code null} closes the connection instead
 * @param delay before the first byte
 * @param sent how much of the body gets through before the connection is closed; its length, all
 * @param padding bytes sent within the body's last text, streamed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(
    int status,
    Map<String, String> headers,
    byte @Nullable [] body,
    Duration delay,
    int sent,
    long padding) {

  private static final String JSON_TYPE = "application/json; charset=utf-8";

  static Reply json(int status, JsonNode body) {
    return of(status, JSON_TYPE, Json.bytes(body), Map.of());
  }

  static Reply of(int status, String contentType, byte[] body, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", contentType);
    return new Reply(status, all, body, Duration.ZERO, body.length, 0);
  }

  static Reply cut() {
    return new Reply(0, Map.of(), null, Duration.ZERO, 0, 0);
  }

  static Reply huge(long bytes) {
    byte[] frame = Json.bytes(Json.object().put("padding", ""));
    Map<String, String> headers = Map.of("Content-Type", JSON_TYPE);
    long padding = Math.max(0, bytes - frame.length);
    return new Reply(200, headers, frame, Duration.ZERO, frame.length, padding);
  }

  Reply with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body, delay, sent, padding);
  }

  Reply after(Duration longer) {
    return new Reply(status, headers, body, delay.plus(longer), sent, padding);
  }

  /** The body, read back; {@code null} in JSON where there is none. */
  JsonNode bodyNode() {
    ObjectNode node = body == null ? null : Json.parseObject(body);
    return node == null ? NullNode.getInstance() : node;
  }

  Reply cutInTheMiddle() {
    return new Reply(status, headers, body, delay, sent / 2, padding);
  }

  /** The first half, as if it were all. */
  Reply truncated() {
    byte[] whole = body;
    byte[] half = whole == null ? new byte[0] : Arrays.copyOf(whole, whole.length / 2);
    return new Reply(status, headers, half, delay, half.length, padding);
  }
}
