package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsFileTest {

  private final OperationsFile file =
      new OperationsFile("http://127.0.0.1:8080/evcharging", OperationsFile.newKey());

  @Test
  void shouldBeForItsOwnersEyesOnlyWhateverWasThere(@TempDir Path directory) throws IOException {
    Path path = Files.writeString(directory.resolve("operations.json"), "of a killed run");
    file.write(directory);
    assertEquals(Optional.of(file), OperationsFile.read(directory));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    try (var left = Files.list(directory)) {
      assertEquals(1, left.count(), "nothing else is left");
    }
  }

  @Test
  void shouldNotBeThereWhenItWasTakenAway(@TempDir Path directory) throws IOException {
    file.write(directory);
    OperationsFile.remove(directory);
    OperationsFile.remove(directory);
    assertEquals(Optional.empty(), OperationsFile.read(directory));
  }

  @Test
  void shouldHaveAKeyThatNobodyGuessesOrPrints() {
    assertEquals(43, file.key().length());
    assertNotEquals(OperationsFile.newKey(), OperationsFile.newKey());
    assertFalse(file.toString().contains(file.key()));
  }
}
