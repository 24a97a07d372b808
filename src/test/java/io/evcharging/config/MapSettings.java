package io.evcharging.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged defaults, and what a test sets on top of them. Remembers which keys were asked. */
public final class MapSettings implements Settings {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");

  private final Map<String, String> set = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();

  /** All that a start needs: the token. */
  public static MapSettings valid() {
    return new MapSettings().with("evcharging.smartcar.access-token", "token-of-a-test");
  }

  /** {@link #valid}, with the defaults of a host. */
  public static MapSettings inAHost() {
    MapSettings settings = valid();
    Defaults.inAHost().forEach(settings.set::putIfAbsent);
    return settings;
  }

  public MapSettings with(String key, String value) {
    set.put(key, value);
    return this;
  }

  public Set<String> asked() {
    return asked;
  }

  @Override
  public @Nullable String get(String key) {
    asked.add(key);
    return resolved(key);
  }

  private @Nullable String resolved(String key) {
    String value = set.getOrDefault(key, Defaults.load().get(key));
    return value == null
        ? null
        : PLACEHOLDER.matcher(value).replaceAll(inner -> String.valueOf(resolved(inner.group(1))));
  }

  @Override
  public Set<String> names() {
    return set.keySet();
  }
}
