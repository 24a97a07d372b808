package io.evcharging.operate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a condition says of itself.
 *
 * @param well whether everything is as it should be
 * @param reason one clause, for people
 * @param facts name to number, text or truth value, in the order in which they are shown,
 *     unmodifiable
 */
public record Reading(boolean well, String reason, Map<String, Object> facts) {

  /** Keeps a copy of the facts, which keeps their order. */
  public Reading {
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * All is well.
   *
   * @param reason how that is known
   */
  public static Reading well(String reason) {
    return new Reading(true, reason, Map.of());
  }

  /**
   * Somebody should look.
   *
   * @param reason what is wrong and, where it helps, what to do
   */
  public static Reading ill(String reason) {
    return new Reading(false, reason, Map.of());
  }

  /**
   * The same with one more fact.
   *
   * @param name lower camel case
   * @param value a number, a text or a truth value
   */
  public Reading with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(facts);
    more.put(name, value);
    return new Reading(well, reason, more);
  }
}
