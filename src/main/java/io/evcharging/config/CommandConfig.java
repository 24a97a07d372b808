package io.evcharging.config;

import java.time.Duration;

/**
 * Commands to vehicles.
 *
 * @param enabled whether commands are taken when the module starts
 * @param minAmps the least current that may be asked for
 * @param maxAmps the most
 * @param minInterval between two commands to one vehicle
 * @param confirmWithin how long an observation may take to confirm a command
 * @param confirmPolls how many extra polls one command may cost
 * @param jms the JMS door
 */
public record CommandConfig(
    boolean enabled,
    int minAmps,
    int maxAmps,
    Duration minInterval,
    Duration confirmWithin,
    int confirmPolls,
    CommandJmsConfig jms) {

  private static final String PREFIX = "evcharging.command.";
  private static final int MOST_AMPS = 1000;

  static CommandConfig read(Values values) {
    int minAmps = values.count(PREFIX + "min-amps", 1, MOST_AMPS);
    return new CommandConfig(
        values.flag(PREFIX + "enabled"),
        minAmps,
        values.count(PREFIX + "max-amps", minAmps, MOST_AMPS),
        values.duration(PREFIX + "min-interval", Duration.ZERO, Duration.ofHours(24)),
        values.duration(PREFIX + "confirm-within", Duration.ofSeconds(1), Duration.ofHours(12)),
        values.count(PREFIX + "confirm-polls", 0, 100),
        CommandJmsConfig.read(values));
  }
}
