package io.evcharging.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLinesTest {

  private final Path directory;

  NewLinesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldBeginAfterWhatIsThere() throws IOException {
    append("a.ndjson", "old\n");
    NewLines lines = NewLines.in(directory);
    append("a.ndjson", "new\n");
    assertEquals(List.of("new"), read(lines));
  }

  @Test
  void shouldWaitForTheEndOfALine() throws IOException {
    NewLines lines = NewLines.in(directory);
    append("a.ndjson", "one\nha");
    assertEquals(List.of("one"), read(lines));
    append("a.ndjson", "lf\n");
    assertEquals(List.of("half"), read(lines));
    assertEquals(List.of(), read(lines));
  }

  @Test
  void shouldFollowTheDirectoryAndItsNextFile() throws IOException {
    NewLines lines = NewLines.in(directory.resolve("later"));
    assertEquals(List.of(), read(lines));
    Files.createDirectory(directory.resolve("later"));
    append("later/a.ndjson", "a\n");
    assertEquals(List.of("a"), read(lines));
    append("later/b.ndjson", "b\n");
    append("later/other.txt", "c\n");
    assertEquals(List.of("b"), read(lines));
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(
        directory.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static List<String> read(NewLines lines) {
    List<String> read = new ArrayList<>();
    lines.read(line -> read.add(new String(line, UTF_8)));
    return read;
  }
}
