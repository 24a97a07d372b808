package io.evcharging.source.smartcar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the source API. Of the three shapes that exist (v2's fields at the top, v3's {@code
 * errors} list, a lone {@code error} object) it takes what is there. Descriptions are left out:
 * they are made for people, and may name them.
 *
 * @param status the HTTP status
 * @param type e.g. {@code VEHICLE_STATE}, upper case; {@code null} when the body does not say
 * @param code e.g. {@code ASLEEP}, upper case; {@code null} when the body does not say
 * @param resolution what somebody must do, e.g. {@code REAUTHENTICATE}, upper case; {@code null}
 *     when the body does not say
 */
public record SmartcarError(
    int status, @Nullable String type, @Nullable String code, @Nullable String resolution) {

  private static final ObjectReader READER = new JsonMapper().reader();

  /** Words of letters, and short numbers: a server that repeats a token has none that look so. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?=.{1,64}$)(?:[A-Za-z]{1,24}|\\d{1,4})(?:[_.:-](?:[A-Za-z]{1,24}|\\d{1,4}))*");

  /**
   * Reads a refusal; never fails on its body.
   *
   * @param status the HTTP status
   * @param body as it came, JSON or not
   */
  public static SmartcarError read(int status, byte[] body) {
    JsonNode error = error(body);
    JsonNode resolution = error.path("resolution");
    return new SmartcarError(
        status,
        word(error.path("type")),
        word(error.path("code")),
        word(resolution.isObject() ? resolution.path("type") : resolution));
  }

  private static JsonNode error(byte[] body) {
    JsonNode root;
    try {
      root = READER.readTree(body);
    } catch (IOException notJson) {
      return READER.createObjectNode();
    }
    if (root.path("errors").path(0).isObject()) {
      return root.path("errors").path(0);
    }
    return root.path("error").isObject() ? root.path("error") : root;
  }

  /** Only what looks like a code may reach a log line. */
  private static @Nullable String word(JsonNode node) {
    return node.isTextual() && CODE.matcher(node.textValue()).matches()
        ? node.textValue().toUpperCase(Locale.ROOT)
        : null;
  }

  @Override
  public String toString() {
    return "HTTP "
        + status
        + (type == null ? "" : " " + type)
        + (code == null ? "" : "/" + code)
        + (resolution == null ? "" : ", resolution " + resolution);
  }
}
