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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  void shouldHaveEveryLineOfManyThreadsOnTheDisk() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (LineFile file = LineFile.open(path, true)) {
      List<Callable<Void>> writers = new ArrayList<>();
      for (int number = 0; number < 200; number++) {
        byte[] line = ("line " + number).getBytes(StandardCharsets.UTF_8);
        writers.add(
            () -> {
              file.append(line);
              return null;
            });
      }
      for (Future<Void> written : threads.invokeAll(writers)) {
        written.get();
      }
      assertEquals(200, Files.readAllLines(path).stream().distinct().count());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldForceWhatWasWrittenBeforeItCloses() throws IOException {
    LineFile file = LineFile.open(path, true);
    long end = file.write("one".getBytes(StandardCharsets.UTF_8));
    file.close();

    file.force(end);
    assertEquals("one\n", Files.readString(path));
  }
}
