package io.evcharging.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application in a folder of its own, with an empty file of seeds. */
abstract class ApplicationFixture {

  @TempDir Path folder;
  Path seedFile;
  Application application;

  @BeforeEach
  void begin() throws IOException {
    seedFile = Files.createFile(folder.resolve("seeds"));
    application = new Application(folder, seedFile);
  }
}
