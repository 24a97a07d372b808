package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.state.LineFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many observations share one wait for the disk, and none is passed over that is not on it. */
class BatchTest {

  private static final String ONE = Observations.id(1);
  private static final String OTHER = Observations.id(2);

  @TempDir private Path directory;
  private Path idFile;
  private DeliveredIds ids;
  private LineFile lines;

  @BeforeEach
  void open() throws IOException {
    idFile = directory.resolve("file.ids");
    ids = new DeliveredIds(idFile, 10);
    ids.start();
    lines = LineFile.open(directory.resolve("lines"), true);
  }

  @AfterEach
  void close() throws IOException {
    Batch left = Batch.current();
    if (left != null) {
      left.fail();
    }
    ids.stop();
    lines.close();
  }

  private void deliver(Batch batch, String id) throws IOException {
    batch.force(lines, lines.write(id.getBytes(StandardCharsets.UTF_8)));
    ids.add(id);
  }

  @Test
  void shouldWriteDownWhatWasDeliveredAfterItsLinesAreOnTheDisk() throws IOException {
    Batch batch = Batch.begin();
    deliver(batch, ONE);
    deliver(batch, OTHER);
    assertTrue(ids.contains(ONE));
    assertEquals(List.of(), Files.readAllLines(idFile));
    batch.end();
    assertEquals(List.of(ONE, OTHER), Files.readAllLines(idFile));
    assertNull(Batch.current());
  }

  @Test
  void shouldForgetWhatDidNotGetToTheDisk() throws IOException {
    ids.add(ONE);
    Batch batch = Batch.begin();
    deliver(batch, OTHER);
    batch.fail();
    assertTrue(ids.contains(ONE));
    assertFalse(ids.contains(OTHER));
    assertEquals(List.of(ONE), Files.readAllLines(idFile));
  }

  /** A full disk: the queue gives it once more, and then it must not have a second line. */
  @Test
  void shouldKnowWhatIsOnTheDiskThoughThatCannotBeWrittenDown() throws IOException {
    Batch batch = Batch.begin();
    deliver(batch, ONE);
    ids.stop();
    Path inTheWay = Files.createDirectory(directory.resolve("file.ids.next"));
    assertThrows(UncheckedIOException.class, batch::end);
    batch.fail();
    assertTrue(ids.contains(ONE));
    Files.delete(inTheWay);
    ids.add(OTHER);
    assertEquals(List.of(ONE, OTHER), Files.readAllLines(idFile));
  }

  @Test
  void shouldEndWhereTheFileHasBeenClosedSinceThen() throws IOException {
    Batch batch = Batch.begin();
    deliver(batch, ONE);
    lines.close();
    LineFile again = LineFile.open(directory.resolve("lines"), true);
    batch.end(); // Closing has forced them.
    assertEquals(List.of(ONE), Files.readAllLines(again.path()));
    again.close();
  }

  @Test
  void shouldWriteDownAtOnceWhatHasNoLines() throws IOException {
    Batch batch = Batch.begin();
    ids.add(ONE);
    assertEquals(List.of(ONE), Files.readAllLines(idFile));
    batch.end();
    assertEquals(List.of(ONE), Files.readAllLines(idFile));
  }
}
