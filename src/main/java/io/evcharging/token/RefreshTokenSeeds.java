package io.evcharging.token;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens that a person has given, one a user: each is the beginning of a chain. Those
 * of the file are read again whenever one is needed, so that a new one needs no restart.
 */
public final class RefreshTokenSeeds {

  /** Whose token is used for a vehicle without a user id. */
  public static final String DEFAULT_USER = "default";

  private final Map<String, String> configured;
  private final @Nullable Path file;

  /**
   * Seeds of the configuration, and of a file.
   *
   * @param configured user id to token
   * @param file see {@link RefreshTokenLines}; wins over the configured ones; {@code null} for none
   */
  public RefreshTokenSeeds(Map<String, String> configured, @Nullable Path file) {
    this.configured = Map.copyOf(configured);
    this.file = file;
  }

  @Nullable String of(String userId) throws IOException {
    String fromFile = file == null ? null : RefreshTokenLines.read(file).get(userId);
    return fromFile == null ? configured.get(userId) : fromFile;
  }

  Set<String> users() throws IOException {
    Set<String> users = new HashSet<>(configured.keySet());
    if (file != null) {
      users.addAll(RefreshTokenLines.read(file).keySet());
    }
    return users;
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "RefreshTokenSeeds[hidden]";
  }
}
