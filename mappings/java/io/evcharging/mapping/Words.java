package io.evcharging.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table by words, without regard to case. A word that is spelled as it was declared, as nearly
 * all are, is found at once. Unchangeable: each addition is a new table.
 */
final class Words<V> {

  private final Map<String, V> asDeclared;
  private final Map<String, V> inLowerCase;

  private Words(Map<String, V> asDeclared, Map<String, V> inLowerCase) {
    this.asDeclared = asDeclared;
    this.inLowerCase = inLowerCase;
  }

  static <V> Words<V> none() {
    return new Words<>(Map.of(), Map.of());
  }

  /** This table with more words for a value. */
  Words<V> with(V value, String... more) {
    Words<V> all = copy();
    for (String word : more) {
      all.asDeclared.put(word, value);
      all.inLowerCase.put(word.toLowerCase(Locale.ROOT), value);
    }
    return all;
  }

  /** This table with all words of another. */
  Words<V> and(Words<V> other) {
    Words<V> all = copy();
    all.asDeclared.putAll(other.asDeclared);
    all.inLowerCase.putAll(other.inLowerCase);
    return all;
  }

  /** The value of a word, which may have spaces around it. */
  @Nullable V get(String word) {
    V value = asDeclared.get(word);
    return value == null ? inLowerCase.get(word.strip().toLowerCase(Locale.ROOT)) : value;
  }

  private Words<V> copy() {
    return new Words<>(new HashMap<>(asDeclared), new HashMap<>(inLowerCase));
  }
}
