package io.evcharging.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.archive.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two observations, field by field; places, which are not kept, apart.
 */
final class Differences {

  /** They say which answer it was, not what was in it; the id follows from the rest. */
  private static final Set<String> NOT_COMPARED =
      Set.of("id", "receivedAt", "fetchedAt", "source.requestId");

  private Differences() {}

  /**
   * One field.
   *
   * @param path e.g. {@code limits.rules[0].percent}
   * @param before as JSON, {@code null} where it was absent
   * @param now as JSON, {@code null} where it is absent
   */
  record Difference(String path, @Nullable String before, @Nullable String now) {

    /** The path without the places in lists, to count by. */
    String field() {
      return path.replaceAll("\\[\\d+]", "[]");
    }

    @Override
    public String toString() {
      return path + ": " + shown(before) + " -> " + shown(now);
    }

    private static String shown(@Nullable String value) {
      return value == null ? "(absent)" : value;
    }
  }

  static List<Difference> between(JsonNode before, JsonNode now) {
    Map<String, String> old = fields(before);
    Map<String, String> mapped = fields(now);
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(mapped.keySet());
    List<Difference> all = new ArrayList<>();
    for (String path : paths) {
      if (!Objects.equals(old.get(path), mapped.get(path))) {
        all.add(new Difference(path, old.get(path), mapped.get(path)));
      }
    }
    return all;
  }

  private static Map<String, String> fields(JsonNode observation) {
    Map<String, String> fields = new TreeMap<>();
    flatten("", observation, fields);
    fields.keySet().removeAll(NOT_COMPARED);
    return fields;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                if (!isLeftOut(path, field.getKey(), field.getValue())) {
                  String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                  flatten(inner, field.getValue(), into);
                }
              });
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        flatten(path + "[" + index + "]", node.path(index), into);
      }
    } else if (!Places.areCoordinates(node) && !node.isNull()) { // of a list the archive has null
      into.put(path, node.toString());
    }
  }

  /** Of signals that are none of charging, the raw archive has no body. */
  private static boolean isLeftOut(String path, String field, JsonNode value) {
    return Places.mayBe(field, value) || (path.equals("unmapped") && Places.isOtherSignal(field));
  }

  /** Whether the raw archive lacks something of what it was made of. */
  static boolean hasMore(JsonNode observation) {
    return hasPlaces(observation)
        || observation.path("unmapped").properties().stream()
            .anyMatch(field -> Places.isOtherSignal(field.getKey()));
  }

  private static boolean hasPlaces(JsonNode node) {
    if (node.isObject()
        && node.properties().stream().anyMatch(it -> Places.mayBe(it.getKey(), it.getValue()))) {
      return true;
    }
    for (JsonNode inner : node) {
      if (Places.areCoordinates(inner) || hasPlaces(inner)) {
        return true;
      }
    }
    return false;
  }
}
