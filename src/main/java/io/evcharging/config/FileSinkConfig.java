package io.evcharging.config;

import java.nio.file.Path;

/**
 * The sink {@code file}.
 *
 * @param directory where the files are
 * @param maxBytes how large a file grows before the next begins
 */
public record FileSinkConfig(Path directory, long maxBytes) {

  static FileSinkConfig read(Values values) {
    return new FileSinkConfig(
        values.path("evcharging.deliver.file.directory"),
        values.size("evcharging.deliver.file.max-bytes", 4096, Long.MAX_VALUE / 1024));
  }
}
