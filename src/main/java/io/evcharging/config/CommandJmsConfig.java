package io.evcharging.config;

import java.util.Set;

/**
 * The JMS door for commands.
 *
 * @param enabled whether there is one
 * @param consumers how many commands it works on at the same time
 */
public record CommandJmsConfig(boolean enabled, int consumers) {

  /**
   * The switch; the standalone runner settles it to true where it says {@link
   * DoorConfig#STANDALONE} and a broker is used anyway.
   */
  public static final String ENABLED = "evcharging.command.jms.enabled";

  private static final Set<String> SWITCH = Set.of(DoorConfig.STANDALONE, "true", "false");

  static CommandJmsConfig read(Values values) {
    String enabled =
        values.read(
            ENABLED,
            DoorConfig.STANDALONE,
            "standalone, true or false",
            text -> SWITCH.contains(text) ? text : null);
    return new CommandJmsConfig(
        enabled.equals("true"), values.count("evcharging.command.jms.consumers", 1, 100));
  }
}
