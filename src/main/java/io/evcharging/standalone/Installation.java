package io.evcharging.standalone;

import io.evcharging.operate.OperationsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The data directory that the configuration names, and what runs on it. Nothing else of the
 * configuration is read: whoever looks need not have the secrets of whoever runs.
 *
 * @param directory absolute
 */
record Installation(Path directory) {

  private static final String KEY = "evcharging.data-directory";

  /** As {@code config/}, the environment and {@code -D} say. */
  static Installation configured() {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      String directory = Objects.requireNonNull(settings.get(KEY), KEY);
      return new Installation(Path.of(directory).toAbsolutePath().normalize());
    }
  }

  /**
   * How to talk to what runs there.
   *
   * @return empty when nothing runs
   * @throws StartException when something runs that cannot be talked to: it is starting, or another
   *     user's
   */
  Optional<OperationsFile> running() throws IOException {
    if (!Files.isDirectory(directory) || !DataDirectory.isLocked(directory)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OperationsFile.read(directory).orElseThrow(this::silent));
    } catch (IOException e) {
      throw new StartException(
          "what runs on %s can only be asked by who may read it: %s".formatted(directory, e), e);
    }
  }

  private StartException silent() {
    return new StartException(
        "something runs on " + directory + " and cannot be asked: it is starting, or stopping",
        null);
  }
}
