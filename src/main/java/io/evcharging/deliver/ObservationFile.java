package io.evcharging.deliver;

import io.evcharging.state.LineFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Appends each observation as one line to a file, {@code observations-2026-11-20.ndjson}, a new one
 * each day (UTC) and whenever one is full: then {@code observations-2026-11-20.1.ndjson}, and so
 * on. A line is whole or not there at all. The file stays open: to open one for each message costs
 * a fifth of the whole way.
 */
public final class ObservationFile extends ServiceSupport implements Processor {

  private static final long TAIL_BYTES = 256 << 10;
  private static final int COMPARED = 10_000;

  private final Path directory;
  private final long maxBytes;
  private final boolean force;
  private final Clock clock;

  /** The last lines of an earlier run: one of them may come again, after a crash. */
  private final Set<String> tail = new HashSet<>();

  private @Nullable LineFile open;
  private @Nullable LocalDate day;
  private int compared;

  /**
   * Writes into a folder.
   *
   * @param directory made when it is not there
   * @param maxBytes a file that has so many is full
   * @param force whether each line is on the disk before its queue is told that it was taken: it
   *     costs time, and survives the machine
   * @param clock says which day it is
   */
  public ObservationFile(Path directory, long maxBytes, boolean force, Clock clock) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.force = force;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    append((byte[]) exchange.getMessage().getBody());
  }

  void append(byte[] observation) throws IOException {
    LineFile file;
    long end;
    synchronized (this) {
      if (!tail.isEmpty() && isOfEarlierRun(observation)) {
        return; // Written before a crash, which came before anybody could be told.
      }
      file = open(observation.length + 1);
      end = file.write(observation);
    }
    Batch batch = force ? Batch.current() : null;
    if (batch == null) {
      file.force(end); // Outside, so that others' lines get to the disk with this one.
    } else {
      batch.force(file, end);
    }
  }

  private LineFile open(int length) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (open != null && today.equals(day) && fits(open, length) && open.isThere()) {
      return open;
    }
    doStop();
    Files.createDirectories(directory);
    int number = 0;
    while (Files.exists(name(today, number + 1))) {
      number++;
    }
    LineFile newest = LineFile.open(name(today, number), force);
    if (!fits(newest, length)) {
      newest.close();
      newest = LineFile.open(name(today, number + 1), force);
    }
    open = newest;
    day = today;
    return newest;
  }

  private boolean fits(LineFile file, int length) {
    return file.size() == 0 || file.size() + length <= maxBytes;
  }

  private Path name(LocalDate today, int number) {
    return directory.resolve(
        "observations-" + today + (number == 0 ? "" : "." + number) + ".ndjson");
  }

  /** Cuts off the parts of lines that a crash has left, in yesterday's file as well. */
  @Override
  protected synchronized void doStart() throws IOException {
    Files.createDirectories(directory);
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "observations-*.ndjson")) {
      for (Path earlier : files) {
        LineFile.mend(earlier);
        all.add(earlier);
      }
    }
    readTails(all);
  }

  private boolean isOfEarlierRun(byte[] observation) {
    boolean again = tail.remove(new String(observation, StandardCharsets.UTF_8));
    if (++compared >= COMPARED) {
      tail.clear();
    }
    return again;
  }

  /** What a crash may repeat is among the last lines of the last file, or of the one before. */
  private void readTails(List<Path> files) throws IOException {
    List<Path> newest =
        files.stream()
            .sorted(Comparator.comparing(file -> -file.toFile().lastModified()))
            .limit(2)
            .toList();
    for (Path file : newest) {
      readTail(file);
    }
  }

  private void readTail(Path earlier) throws IOException {
    try (FileChannel opened = FileChannel.open(earlier)) {
      ByteBuffer end = ByteBuffer.allocate((int) Math.min(opened.size(), TAIL_BYTES));
      opened.read(end, opened.size() - end.capacity());
      String lines = new String(end.array(), StandardCharsets.UTF_8);
      lines.lines().forEach(tail::add);
    }
  }

  @Override
  protected synchronized void doStop() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
