package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request, read.
 *
 * @param id {@code SC-Request-Id} of its answer
 * @param method upper case
 * @param path the segments of the path; no empty ones
 * @param query parameters, decoded; of one that is repeated, the first
 * @param headers looks a header up, whatever its case
 * @param body as it came
 * @param loopback whether it came from this machine
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(
    String id,
    String method,
    List<String> path,
    Map<String, String> query,
    Function<String, @Nullable String> headers,
    byte[] body,
    boolean loopback) {

  static List<String> segments(URI uri) {
    return segments(uri.getPath());
  }

  static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).filter(segment -> !segment.isEmpty()).toList();
  }

  static Map<String, String> query(URI uri) {
    return form(uri.getRawQuery());
  }

  /** Reads {@code a=1&b=2}. */
  static Map<String, String> form(@Nullable String text) {
    Map<String, String> values = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return values;
  }

  @Nullable String header(String name) {
    return headers.apply(name);
  }

  boolean get() {
    return method.equals("GET");
  }

  boolean post() {
    return method.equals("POST");
  }

  /** The path after so many segments, with slashes between. */
  String pathFrom(int segment) {
    return String.join("/", path.subList(Math.min(segment, path.size()), path.size()));
  }

  /** Whether a car is told to do something. */
  boolean command() {
    return post() && !path.isEmpty() && !path.get(path.size() - 1).equals("batch");
  }

  /** A whole number among the parameters. */
  int number(String name, int otherwise, int least, int most) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Math.min(most, Math.max(least, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw ApiException.validation(name + " must be a whole number.");
    }
  }

  /** The body as a JSON object. */
  ObjectNode json() {
    ObjectNode node = Json.parseObject(body);
    if (node == null) {
      throw ApiException.validation("The body must be a JSON object.");
    }
    return node;
  }

  /** The same caller asking for something else. */
  Request to(String otherMethod, List<String> otherPath) {
    return new Request(id, otherMethod, otherPath, Map.of(), headers, new byte[0], loopback);
  }

  // What is not encoded rightly is taken as it came: it will match nothing.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
