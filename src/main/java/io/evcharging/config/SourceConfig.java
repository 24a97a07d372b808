package io.evcharging.config;

/**
 * How one source is polled.
 *
 * @param enabled whether it is
 * @param schedule a Quartz cron expression
 */
public record SourceConfig(boolean enabled, String schedule) {

  static SourceConfig read(Values values, String source) {
    String prefix = "evcharging.poll." + source;
    return new SourceConfig(values.flag(prefix + ".enabled"), values.cron(prefix + ".schedule"));
  }
}
