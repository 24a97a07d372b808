package io.evcharging.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The packaged {@code evcharging.properties}: every key and its default. */
public final class Defaults {

  private static final Map<String, String> PACKAGED = read();

  private Defaults() {}

  /**
   * All keys, read once.
   *
   * @return key to value, placeholders as written, unmodifiable
   */
  public static Map<String, String> load() {
    return PACKAGED;
  }

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (InputStream file = Defaults.class.getResourceAsStream("evcharging.properties")) {
      properties.load(Objects.requireNonNull(file, "evcharging.properties is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
  }
}
