package io.evcharging.mapping;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;

/** How the words of an answer to an amperage command are read. */
final class AmmeterRules {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*");
  private static final Pattern AMPS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?");

  private AmmeterRules() {}

  /** Whether the word is {@code success}, in any case. */
  @Named("success")
  static boolean success(@Nullable String status) {
    return "success".equalsIgnoreCase(status);
  }

  /** The number in a sentence; {@code null} unless there is one, and only one, that can be amps. */
  @Named("onlyNumber")
  static @Nullable BigDecimal onlyNumber(@Nullable String message) {
    Matcher numbers = NUMBER.matcher(message == null ? "" : message);
    if (!numbers.find()) {
      return null;
    }
    String number = numbers.group();
    return numbers.find() || !AMPS.matcher(number).matches() ? null : new BigDecimal(number);
  }
}
