package io.evcharging.standalone;

import io.evcharging.state.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which sinks there were at the last start, so that it can be told beforehand whose backlog becomes
 * dead letters.
 */
final class LastSinks {

  private static final String FOLDER = "delivered";
  private static final String FILE = "sinks";

  private LastSinks() {}

  /**
   * What was kept.
   *
   * @param dataDirectory need not be there
   * @return the names; empty before the first start
   * @throws IOException when it cannot be read
   */
  static List<String> read(Path dataDirectory) throws IOException {
    try {
      return Files.readAllLines(file(dataDirectory));
    } catch (NoSuchFileException beforeTheFirstStart) {
      return List.of();
    }
  }

  /**
   * Keeps what there is now.
   *
   * @param dataDirectory made where it is missing
   * @param names of the sinks
   * @throws IOException when it cannot be written
   */
  static void keep(Path dataDirectory, List<String> names) throws IOException {
    if (!read(dataDirectory).equals(names)) {
      Path file = file(dataDirectory);
      AtomicFile.createFolder(dataDirectory.resolve(FOLDER));
      new AtomicFile().replace(file, String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Path file(Path dataDirectory) {
    return dataDirectory.resolve(FOLDER).resolve(FILE);
  }
}
