package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * A declared table from the words of the wire to their meanings, without regard to case.
 * Unchangeable: each addition is a new vocabulary.
 */
final class Vocabulary<E> {

  private final @Nullable E unknown;
  private final Words<E> words;

  private Vocabulary(@Nullable E unknown, Words<E> words) {
    this.unknown = unknown;
    this.words = words;
  }

  /**
   * An empty one, with the meaning of words that it does not know; {@code null} leaves them out.
   */
  static <E> Vocabulary<E> elseMeaning(@Nullable E unknown) {
    return new Vocabulary<>(unknown, Words.none());
  }

  /** This one with more words for a meaning. */
  Vocabulary<E> with(E meaning, String... more) {
    return new Vocabulary<>(unknown, words.with(meaning, more));
  }

  /** This one with all words of another. */
  Vocabulary<E> and(Vocabulary<E> other) {
    return new Vocabulary<>(unknown, words.and(other.words));
  }

  /** The meaning of a word; an unknown word leaves a finding at the field that is being read. */
  @Nullable E read(String word, Reading reading) {
    E meaning = words.get(word);
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
}
