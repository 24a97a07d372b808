package io.evcharging.config;

import java.util.Set;

/**
 * A key that may command.
 *
 * @param name who has it; goes into results, the audit and the log
 * @param key a secret
 * @param vehicles the only vehicles it may command; empty for all
 * @param brands the only makes it may command, upper case; empty for all
 */
public record CommandKey(String name, String key, Set<String> vehicles, Set<String> brands) {

  /** Keeps copies. */
  public CommandKey {
    vehicles = Set.copyOf(vehicles);
    brands = Set.copyOf(brands);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "CommandKey[name=%s, key=hidden, vehicles=%s, brands=%s]"
        .formatted(name, vehicles, brands);
  }
}
