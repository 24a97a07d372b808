package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private final Path directory;

  DataDirectoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldHaveOneUserOnly() throws IOException {
    Path data = directory.resolve("not/there/yet");
    DataDirectory first = DataDirectory.lock(data);
    StartException failure = assertThrows(StartException.class, () -> DataDirectory.lock(data));
    assertTrue(failure.getMessage().contains(data.toString()), failure::getMessage);
    assertTrue(failure.getMessage().contains("evcharging.data-directory"), failure::getMessage);
    first.close();
    DataDirectory.lock(data).close();
  }

  @Test
  void shouldSayThatItCannotBeWritten() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    StartException failure = assertThrows(StartException.class, () -> DataDirectory.lock(file));
    assertTrue(failure.getMessage().contains("cannot write"), failure::getMessage);
  }
}
