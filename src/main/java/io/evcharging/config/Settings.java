package io.evcharging.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the values of the keys come from: files, the environment, a host's own configuration. */
public interface Settings {

  /**
   * The value that is in force.
   *
   * @param key e.g. {@code evcharging.http.port}
   * @return with its placeholders resolved, the packaged default where nobody set it, {@code null}
   *     where there is none
   */
  @Nullable String get(String key);

  /**
   * The names that were set, so that a misspelt one is found.
   *
   * @return every name that begins with {@code evcharging.}, from all places that can be listed
   */
  Set<String> names();
}
