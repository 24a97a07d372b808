package io.evcharging.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is run, from the system properties {@code soak.…}.
 *
 * @param length from the first poll to the stop
 * @param vehicles simulated
 * @param seed decides which faults come when
 * @param distribution what Maven has left
 * @param directory everything is written there; what was there is deleted
 */
record SoakSettings(Duration length, int vehicles, long seed, Path distribution, Path directory) {

  private static final Duration OFTEN = Duration.ofMinutes(1);

  static SoakSettings read() {
    return new SoakSettings(
        Duration.parse(
            "PT" + System.getProperty("soak.length", "1h").toUpperCase(java.util.Locale.ROOT)),
        Integer.getInteger("soak.vehicles", 2000),
        Long.getLong("soak.seed", 42),
        Path.of(System.getProperty("soak.distribution", "target/evcharging")).toAbsolutePath(),
        Path.of(System.getProperty("soak.directory", "target/soak")).toAbsolutePath());
  }

  /** Between two polls of a vehicle. More would be a test of speed: docs/benchmarks.md. */
  int minutes() {
    return length.compareTo(Duration.ofMinutes(20)) < 0 ? 1 : 5;
  }

  /** Between two samples: a minute, and less in a short run, so that there are enough of them. */
  Duration sampling() {
    Duration some = length.dividedBy(40);
    return some.compareTo(OFTEN) > 0 ? OFTEN : some;
  }
}
