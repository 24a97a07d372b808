package io.evcharging.config;

import java.nio.file.Path;

/**
 * The sink {@code file}.
 *
 * @param directory where the files are
 * @param maxBytes how large a file grows before the next begins
 */
public record FileSinkConfig(Path directory, long maxBytes) {

  private static final String DIRECTORY = "evcharging.deliver.file.directory";

  static FileSinkConfig read(Values values, boolean listed) {
    return new FileSinkConfig(
        listed ? values.folder(DIRECTORY) : values.path(DIRECTORY),
        values.size("evcharging.deliver.file.max-bytes", 4096, Long.MAX_VALUE / 1024));
  }
}
