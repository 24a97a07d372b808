package io.evcharging.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("lines.ndjson");
  }

  @Test
  void shouldGoOnBehindTheLastWholeLine() throws IOException {
    Files.writeString(path, "one\ntwo\nthr");

    try (LineFile file = LineFile.open(path, true)) {
      assertEquals(8, file.size());
      file.append("three".getBytes(StandardCharsets.UTF_8));
      assertEquals(14, file.size());
    }

    assertEquals("one\ntwo\nthree\n", Files.readString(path));
  }

  @Test
  void shouldKeepNothingOfAFileWithoutAWholeLine() throws IOException {
    Files.writeString(path, "on");

    LineFile.mend(path);

    assertEquals("", Files.readString(path));
  }

  @Test
  void shouldNotTouchAFileThatIsWhole() throws IOException {
    Files.writeString(path, "one\n");
    FileTime before = FileTime.from(Instant.parse("2026-11-20T08:00:00Z"));
    Files.setLastModifiedTime(path, before);

    LineFile.mend(path);

    assertEquals(before, Files.getLastModifiedTime(path));
    assertEquals("one\n", Files.readString(path));
  }

  @Test
  void shouldNoticeThatItWasTakenAway() throws IOException {
    try (LineFile file = LineFile.open(path, false)) {
      Files.delete(path);

      assertFalse(file.isThere());
    }
  }

  @Test
  void shouldTakeNothingOnceItIsClosed() throws IOException {
    LineFile file = LineFile.open(path, false);
    file.close();

    assertThrows(
        ClosedChannelException.class, () -> file.append("one".getBytes(StandardCharsets.UTF_8)));
    assertEquals("", Files.readString(path));
  }
}
