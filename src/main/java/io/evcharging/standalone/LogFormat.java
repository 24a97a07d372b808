package io.evcharging.standalone;

import java.util.Objects;
import java.util.Set;

/** How log lines look: {@code text} or {@code json}, as {@code log4j2.properties} reads it. */
final class LogFormat {

  private static final String PROPERTY = "log.format";
  private static final String VARIABLE = "EVCHARGING_LOG_FORMAT";
  private static final Set<String> KNOWN = Set.of("text", "json");

  private LogFormat() {}

  /**
   * To be called before the first logger is made: with a format that nobody knows, nothing would be
   * logged at all.
   *
   * @throws StartException when there is no such format
   */
  static void check() {
    String variable = System.getenv().getOrDefault(VARIABLE, "text");
    String format = Objects.requireNonNullElse(System.getProperty(PROPERTY), variable);
    if (!KNOWN.contains(format)) {
      System.setProperty(PROPERTY, "text");
      throw new StartException(
          EvCharging.FAULTY,
          "-D%s=%s, or %s: text or json is allowed".formatted(PROPERTY, format, VARIABLE),
          null);
    }
  }
}
