package io.evcharging.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
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

  /**
   * The defaults of a host: it has no broker inside, so its channel is memory.
   *
   * @return key to value, placeholders as written, unmodifiable
   */
  public static Map<String, String> inAHost() {
    Map<String, String> defaults = new HashMap<>(PACKAGED);
    defaults.put("evcharging.observations", "direct:evcharging-observations");
    return Map.copyOf(defaults);
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
