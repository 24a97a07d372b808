package io.evcharging.mapping;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** The words, and the number, by which makers say that they have no value. */
final class Sentinels {

  private static final BigDecimal NUMBER = new BigDecimal("65535");
  private static final Set<String> WORDS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    WORDS.addAll(Set.of("<invalid>", "invalid", "unsupported", "SNA", "65535"));
  }

  private Sentinels() {}

  static boolean is(Object raw) {
    if (raw instanceof BigDecimal number) {
      return number.compareTo(NUMBER) == 0;
    }
    return raw instanceof String text && WORDS.contains(text.strip());
  }
}
