package io.evcharging.config;

/**
 * When something counts as ill.
 *
 * @param missedTicks how many ticks of its schedule a source may go without a success
 */
public record HealthConfig(int missedTicks) {

  static HealthConfig read(Values values) {
    return new HealthConfig(values.count("evcharging.health.missed-ticks", 1, 1000));
  }
}
