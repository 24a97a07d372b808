package io.evcharging.mapping;

import java.math.BigDecimal;
import java.util.List;

/** The words, and the number, by which makers say that they have no value. */
final class Sentinels {

  private static final BigDecimal NUMBER = new BigDecimal("65535");
  private static final List<String> WORDS =
      List.of("<invalid>", "invalid", "unsupported", "SNA", "65535");

  private Sentinels() {}

  static boolean is(Object raw) {
    if (raw instanceof BigDecimal number) {
      return number.compareTo(NUMBER) == 0;
    }
    return raw instanceof String text && isWord(text.strip());
  }

  /** For every word of every answer: five lengths are compared, and rarely more. */
  private static boolean isWord(String text) {
    for (String word : WORDS) {
      if (word.equalsIgnoreCase(text)) {
        return true;
      }
    }
    return false;
  }
}
