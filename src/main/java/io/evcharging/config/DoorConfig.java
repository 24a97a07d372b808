package io.evcharging.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The REST door for commands.
 *
 * @param enabled whether there is one
 * @param concurrency how many requests it works on at the same time
 * @param idleTimeout how long a connection may be silent, and a request be incomplete
 * @param keys who may command, empty for nobody
 * @param jwt which tokens may command, {@code null} for none
 */
public record DoorConfig(
    boolean enabled,
    int concurrency,
    Duration idleTimeout,
    List<CommandKey> keys,
    @Nullable JwtConfig jwt) {

  /** The switch; the standalone runner settles it to true where it says {@link #STANDALONE}. */
  public static final String ENABLED = "evcharging.command.rest.enabled";

  /** On in the standalone runner, off in a host. */
  public static final String STANDALONE = "standalone";

  private static final Set<String> SWITCH = Set.of(STANDALONE, "true", "false");

  /** Keeps a copy of the keys. */
  public DoorConfig {
    keys = List.copyOf(keys);
  }

  static DoorConfig read(Values values, Set<String> names) {
    String enabled =
        values.read(
            ENABLED,
            STANDALONE,
            "standalone, true or false",
            text -> SWITCH.contains(text) ? text : null);
    return new DoorConfig(
        enabled.equals("true"),
        values.count("evcharging.command.rest.concurrency", 1, 1000),
        values.duration(
            "evcharging.command.rest.idle-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10)),
        CommandKeys.read(values, names),
        JwtConfig.read(values));
  }

  /**
   * Whether anybody may command.
   *
   * @return false where neither a key nor an issuer of tokens is configured
   */
  public boolean hasCallers() {
    return !keys.isEmpty() || jwt != null;
  }
}
