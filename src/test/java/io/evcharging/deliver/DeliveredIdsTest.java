package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveredIdsTest {

  @TempDir Path directory;

  @Test
  void shouldKnowAnIdOverARestart() {
    DeliveredIds before = started(10);
    assertTrue(before.add(id(1)));
    before.stop();
    DeliveredIds after = started(10);
    assertTrue(after.contains(id(1)));
    assertFalse(after.contains(id(2)));
    assertFalse(after.add(id(1)));
    after.stop();
  }

  @Test
  void shouldForgetTheOldestWhenFull() {
    DeliveredIds ids = started(2);
    ids.add(id(1));
    ids.add(id(2));
    assertTrue(ids.contains(id(1)), "a look-up makes an id the newest");
    ids.add(id(3));
    assertTrue(ids.contains(id(1)));
    assertFalse(ids.contains(id(2)));
    ids.stop();
  }

  @Test
  void shouldBoundTheFile() throws IOException {
    DeliveredIds ids = started(10);
    for (int number = 0; number < 1000; number++) {
      ids.add(id(number));
    }
    ids.stop();
    assertTrue(Files.readAllLines(file()).size() <= 20);
    DeliveredIds after = started(10);
    assertTrue(after.contains(id(999)));
    after.stop();
  }

  @Test
  void shouldPassOverWhatACrashHasLeftHalfWritten() throws IOException {
    DeliveredIds before = started(10);
    before.add(id(1));
    before.stop();
    Files.writeString(file(), id(2).substring(0, 20), StandardOpenOption.APPEND);
    DeliveredIds after = started(10);
    assertTrue(after.contains(id(1)));
    after.add(id(3));
    after.stop();
    assertEquals(2, Files.readAllLines(file()).size());
  }

  private DeliveredIds started(int capacity) {
    DeliveredIds ids = new DeliveredIds(file(), capacity);
    ids.start();
    return ids;
  }

  private Path file() {
    return directory.resolve("file.ids");
  }

  private static String id(int number) {
    return new UUID(0, number).toString();
  }
}
