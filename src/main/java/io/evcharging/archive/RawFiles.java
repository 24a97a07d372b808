package io.evcharging.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines in files, {@code raw-2026-11-20.ndjson}, then {@code raw-2026-11-20.1.ndjson} and so on:
 * none too large, all together not either, none too old. What would be too much is the oldest file.
 */
final class RawFiles implements AutoCloseable {

  private static final Pattern NAME =
      Pattern.compile("raw-(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d{1,9}))?\\.ndjson(?:\\.gz)?");

  /** So that dropping the oldest one drops a small part. */
  private static final int FILES = 20;

  private final Path directory;
  private final long maxBytes;
  private final Duration maxAge;
  private final Clock clock;
  private @Nullable OutputStream out;
  private LocalDate day = LocalDate.MIN;
  private long size;

  private record Raw(Path file, LocalDate day, int number) {}

  RawFiles(Path directory, long maxBytes, Duration maxAge, Clock clock) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  synchronized void append(byte[] line) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    OutputStream open = out;
    if (open == null || !today.equals(day) || size + line.length >= maxBytes / FILES) {
      open = next(today);
    }
    byte[] whole = Arrays.copyOf(line, line.length + 1);
    whole[line.length] = '\n';
    write(open, whole);
    size += whole.length;
  }

  private void write(OutputStream open, byte[] whole) throws IOException {
    try {
      open.write(whole);
    } catch (IOException e) {
      out = null; // the next line begins a new file, and not in the middle of this one
      try (open) {
        throw e;
      }
    }
  }

  /** Always a new file: the last one may end in half a line. */
  private OutputStream next(LocalDate today) throws IOException {
    close();
    Files.createDirectories(directory);
    List<Raw> all = files();
    makeRoom(all, today);
    int number =
        all.stream().filter(raw -> raw.day().equals(today)).mapToInt(Raw::number).max().orElse(-1)
            + 1;
    String name = "raw-" + today + (number == 0 ? "" : "." + number) + ".ndjson";
    OutputStream opened =
        Files.newOutputStream(
            directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = opened;
    day = today;
    size = 0;
    return opened;
  }

  private void makeRoom(List<Raw> all, LocalDate today) throws IOException {
    LocalDate oldest = today.minusDays(maxAge.toDays());
    long bytes = maxBytes / FILES; // what the next one will take
    for (Raw raw : all) {
      bytes += Files.size(raw.file());
    }
    for (Raw raw : all) {
      if (bytes > maxBytes || raw.day().isBefore(oldest)) {
        bytes -= Files.size(raw.file());
        Files.delete(raw.file());
      }
    }
  }

  /** The oldest first. */
  private List<Raw> files() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .map(RawFiles::raw)
          .filter(raw -> raw != null)
          .sorted(Comparator.comparing(Raw::day).thenComparing(Raw::number))
          .toList();
    }
  }

  private static @Nullable Raw raw(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return null;
    }
    String number = name.group(2);
    return new Raw(
        file, LocalDate.parse(name.group(1)), number == null ? 0 : Integer.parseInt(number));
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
