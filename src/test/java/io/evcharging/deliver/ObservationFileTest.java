package io.evcharging.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationFileTest {

  private static final long ROOM_FOR_TWO = 16;

  @TempDir Path directory;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T23:59:59Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Path today = Path.of("observations-2026-11-20.ndjson");

  @Test
  void shouldWriteOneObservationALine() throws IOException {
    ObservationFile file = file();
    append(file, "{\"a\":1}", "{\"a\":2}");
    assertEquals(List.of("{\"a\":1}", "{\"a\":2}"), lines(today));
  }

  @Test
  void shouldBeginANewFileEachDay() throws IOException {
    ObservationFile file = file();
    append(file, "{\"a\":1}");
    now.set(Instant.parse("2026-11-21T00:00:00Z"));
    append(file, "{\"a\":2}");
    assertEquals(List.of("{\"a\":2}"), lines(Path.of("observations-2026-11-21.ndjson")));
  }

  @Test
  void shouldBeginANewFileWhenTheFileIsFull() throws IOException {
    ObservationFile file = file();
    append(file, "{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}", "{\"a\":5}");
    assertEquals(List.of("{\"a\":1}", "{\"a\":2}"), lines(today));
    assertEquals(
        List.of("{\"a\":3}", "{\"a\":4}"), lines(Path.of("observations-2026-11-20.1.ndjson")));
    assertEquals(List.of("{\"a\":5}"), lines(Path.of("observations-2026-11-20.2.ndjson")));
  }

  @Test
  void shouldGoOnInTheNewestFileAfterARestart() throws IOException {
    append(file(), "{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    append(file(), "{\"a\":4}");
    assertEquals(
        List.of("{\"a\":3}", "{\"a\":4}"), lines(Path.of("observations-2026-11-20.1.ndjson")));
  }

  @Test
  void shouldCutOffThePartOfALineThatACrashLeft() throws IOException {
    append(file(), "{\"a\":1}");
    Files.writeString(directory.resolve(today), "{\"a", StandardOpenOption.APPEND);
    append(file(), "{\"a\":2}");
    assertEquals(List.of("{\"a\":1}", "{\"a\":2}"), lines(today));
  }

  @Test
  void shouldCutItOffInYesterdaysFileToo() throws IOException {
    Path yesterday = Path.of("observations-2026-11-19.ndjson");
    Files.writeString(directory.resolve(yesterday), "{\"a\":1}\n{\"a");
    file();
    assertEquals(List.of("{\"a\":1}"), lines(yesterday));
  }

  @Test
  void shouldWriteALineThatIsLargerThanAFile() throws IOException {
    String large = "{\"a\":\"0123456789abcdef\"}";
    append(file(), "{\"a\":1}", large);
    assertEquals(List.of(large), lines(Path.of("observations-2026-11-20.1.ndjson")));
  }

  @Test
  void shouldBeginAnewWhenTheFileWasTakenAway() throws IOException {
    ObservationFile file = file();
    append(file, "{\"a\":1}");
    Files.delete(directory.resolve(today));
    append(file, "{\"a\":2}");
    assertEquals(List.of("{\"a\":2}"), lines(today));
  }

  @Test
  void shouldLeaveOtherFilesAlone() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "mine");
    append(file(), "{\"a\":1}");
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of("notes.txt", today.toString()),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private ObservationFile file() {
    ObservationFile file = new ObservationFile(directory, ROOM_FOR_TWO, false, clock);
    file.start();
    return file;
  }

  private static void append(ObservationFile file, String... lines) throws IOException {
    for (String line : lines) {
      file.append(line.getBytes(UTF_8));
    }
  }

  private List<String> lines(Path name) throws IOException {
    return Files.readAllLines(directory.resolve(name));
  }
}
