package io.evcharging.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files of one JSON object a line, {@code <name>-2026-11-20.ndjson}, {@code
 * <name>-2026-11-20.1.ndjson} and so on, each perhaps with {@code .gz} behind it, in the order in
 * which they were written. Somebody may be writing to the last one.
 */
public final class DailyFiles {

  private static final Pattern NAME =
      Pattern.compile(".*-(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d{1,9}))?\\.ndjson(?:\\.gz)?");

  private final Path place;
  private long unreadable;

  /** What is done with a line. */
  @FunctionalInterface
  public interface Lines {
    /**
     * One line.
     *
     * @return false when it is no object of the kind that is looked for
     */
    boolean take(String line) throws IOException;
  }

  private record Daily(Path file, LocalDate day, int number) {}

  /**
   * Reads a folder, or one file of any name.
   *
   * @param place must be there
   */
  public DailyFiles(Path place) {
    this.place = place;
  }

  /** How many lines could not be read, other than a last one that somebody is writing. */
  public long unreadable() {
    return unreadable;
  }

  /**
   * Reads all lines that may be selected.
   *
   * @param selection by it whole files are left out
   * @param lines gets one after the other
   */
  public void read(Selection selection, Lines lines) throws IOException {
    for (Path file : files(selection)) {
      try (BufferedReader reader = open(file)) {
        read(reader, lines);
      }
    }
  }

  private void read(BufferedReader reader, Lines lines) throws IOException {
    String line = reader.readLine();
    while (line != null) {
      String next = reader.readLine();
      boolean taken = line.isBlank() || lines.take(line);
      // Half an object is never one: the last line may be on its way, or torn by a crash.
      unreadable += taken || next == null ? 0 : 1;
      line = next;
    }
  }

  private List<Path> files(Selection selection) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.map(DailyFiles::daily)
          .filter(daily -> daily != null && selection.mayBeIn(daily.day()))
          .sorted(Comparator.comparing(Daily::day).thenComparing(Daily::number))
          .map(Daily::file)
          .toList();
    }
  }

  private static @Nullable Daily daily(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return null;
    }
    String number = name.group(2);
    return new Daily(
        file, LocalDate.parse(name.group(1)), number == null ? 0 : Integer.parseInt(number));
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }
}
