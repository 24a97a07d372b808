package io.evcharging.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, with everything about it that did not fit. Keys are paths as the wire
 * spells them, {@code values[1].limit}.
 *
 * @param value the record; {@code null} when there was no object to read
 * @param faults values that cannot be read as their type, as they came; their components are {@code
 *     null}. The key of the whole is {@code ""}
 * @param texts numbers and truth values that came as text, as they came
 * @param unknown fields that the record does not name, as they came; never with {@code null} values
 */
public record Wire<T>(
    @Nullable T value,
    Map<String, Object> faults,
    Map<String, Object> texts,
    Map<String, Object> unknown) {

  /** Nothing was read, and nothing was wrong with it. */
  public static <T> Wire<T> nothing() {
    return new Wire<>(null, Map.of(), Map.of(), Map.of());
  }
}
