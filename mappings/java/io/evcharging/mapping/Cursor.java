package io.evcharging.mapping;

import io.evcharging.source.Wire;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the mapping is: in the wire's words, to find its faults, and in the model's, to tell them.
 */
final class Cursor {

  private Map<String, Object> faults = Map.of();
  private String wirePrefix = "";
  private String pathPrefix = "";
  private String field = "";
  private String wire = "";
  private Map<String, Object> texts = Map.of();

  void begin(Wire<?> body) {
    Map<String, Object> newFaults = body.faults();
    texts = body.texts();
    faults = newFaults.isEmpty() ? Map.of() : new HashMap<>(newFaults);
  }

  /** Comes to a field, by its name on the wire and the one where it is going to be written. */
  void arrive(String newWire, String newField) {
    wire = newWire;
    field = newField;
  }

  /** A value of the field as it came, which may have been text. */
  Object asItCame(Object value) {
    return value instanceof BigDecimal && !texts.isEmpty()
        ? texts.getOrDefault(wirePrefix + wire, value)
        : value;
  }

  /** The path of the field in the observation. */
  String path() {
    return pathPrefix.isEmpty() ? Said.path(field) : pathPrefix + "." + field;
  }

  /** The value that could not be read there, once. */
  @Nullable Object takeFault(String name) {
    return faults.isEmpty() ? null : faults.remove(wirePrefix + name);
  }

  /** Maps something that lies deeper, and comes back. */
  <T> T inside(String innerWire, String innerPath, Supplier<T> mapping) {
    String outerWire = wirePrefix;
    String outerPath = pathPrefix;
    String outerField = field;
    wirePrefix = outerWire + innerWire + ".";
    pathPrefix = innerPath;
    T mapped = mapping.get();
    wirePrefix = outerWire;
    pathPrefix = outerPath;
    field = outerField;
    return mapped;
  }
}
