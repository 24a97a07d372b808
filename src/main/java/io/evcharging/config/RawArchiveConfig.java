package io.evcharging.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The archive of raw answers.
 *
 * @param enabled whether they are kept
 * @param directory where
 * @param maxBytes how much all files may take together
 * @param maxAge how old they may get
 */
public record RawArchiveConfig(boolean enabled, Path directory, long maxBytes, Duration maxAge) {

  static RawArchiveConfig read(Values values) {
    String prefix = "evcharging.archive.raw.";
    return new RawArchiveConfig(
        values.flag(prefix + "enabled"),
        values.path(prefix + "directory"),
        values.size(prefix + "max-bytes", 1 << 20, 1L << 50),
        values.duration(prefix + "max-age", Duration.ofDays(1), Duration.ofDays(3650)));
  }
}
