package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A declared table from the words of the wire to their meanings, without regard to case.
 * Unchangeable: each addition is a new vocabulary.
 */
final class Vocabulary<E> {

  private final @Nullable E unknown;
  private final Map<String, E> words;

  private Vocabulary(@Nullable E unknown, Map<String, E> words) {
    this.unknown = unknown;
    this.words = words;
  }

  /**
   * An empty one, with the meaning of words that it does not know; {@code null} leaves them out.
   */
  static <E> Vocabulary<E> elseMeaning(@Nullable E unknown) {
    return new Vocabulary<>(unknown, Map.of());
  }

  /** This one with more words for a meaning. */
  Vocabulary<E> with(E meaning, String... more) {
    Map<String, E> all = copy();
    for (String word : more) {
      all.put(word, meaning);
    }
    return new Vocabulary<>(unknown, all);
  }

  /** This one with all words of another. */
  Vocabulary<E> and(Vocabulary<E> other) {
    Map<String, E> all = copy();
    all.putAll(other.words);
    return new Vocabulary<>(unknown, all);
  }

  /** The meaning of a word; an unknown word leaves a finding at the field that is being read. */
  @Nullable E read(String word, Reading reading) {
    E meaning = words.get(word.strip());
    if (meaning != null) {
      return meaning;
    }
    reading.flag(
        FindingCode.UNKNOWN_VALUE,
        word,
        unknown == null
            ? "No vocabulary knows this word, so it was left out."
            : "No vocabulary knows this word.");
    return unknown;
  }

  private Map<String, E> copy() {
    Map<String, E> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(words);
    return copy;
  }
}
