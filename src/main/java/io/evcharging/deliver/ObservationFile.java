package io.evcharging.deliver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  private final Path directory;
  private final long maxBytes;
  private final Clock clock;
  private @Nullable FileChannel channel;
  private @Nullable Path file;
  private @Nullable LocalDate day;
  private long size;

  /**
   * Writes into a folder.
   *
   * @param directory made when it is not there
   * @param maxBytes a file that has so many is full
   * @param clock says which day it is
   */
  public ObservationFile(Path directory, long maxBytes, Clock clock) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    append((byte[]) exchange.getMessage().getBody());
  }

  synchronized void append(byte[] observation) throws IOException {
    FileChannel open = open(observation.length + 1);
    ByteBuffer line = ByteBuffer.allocate(observation.length + 1);
    line.put(observation).put((byte) '\n').flip();
    try {
      while (line.hasRemaining()) {
        size += open.write(line);
      }
    } catch (IOException e) {
      takeBack(open, size - line.position());
      throw e;
    }
  }

  /**
   * A full disk takes a part of a line. What cannot be taken back now is when the file is opened
   * again.
   */
  private void takeBack(FileChannel open, long whole) throws IOException {
    try {
      truncate(open, whole);
    } finally {
      doStop();
    }
  }

  private void truncate(FileChannel open, long whole) throws IOException {
    open.truncate(whole);
    size = whole;
  }

  private FileChannel open(int length) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean fits = size == 0 || size + length <= maxBytes;
    // Somebody may have taken the file away: what is written to it then would be lost.
    if (channel != null && today.equals(day) && fits && file != null && Files.exists(file)) {
      return channel;
    }
    doStop();
    Files.createDirectories(directory);
    int number = 0;
    while (Files.exists(name(today, number + 1))) {
      number++;
    }
    FileChannel newest = open(name(today, number));
    if (size > 0 && size + length > maxBytes) {
      newest.close();
      newest = open(name(today, number + 1));
    }
    day = today;
    return newest;
  }

  private FileChannel open(Path next) throws IOException {
    FileChannel opened =
        FileChannel.open(
            next, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    truncate(opened, wholeLines(opened));
    opened.position(size);
    channel = opened;
    file = next;
    return opened;
  }

  private Path name(LocalDate today, int number) {
    return directory.resolve(
        "observations-" + today + (number == 0 ? "" : "." + number) + ".ndjson");
  }

  /** Cuts off the parts of lines that a crash has left, in yesterday's file as well. */
  @Override
  protected synchronized void doStart() throws IOException {
    Files.createDirectories(directory);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "observations-*.ndjson")) {
      for (Path earlier : files) {
        if (isTorn(earlier)) {
          open(earlier);
          doStop();
        }
      }
    }
  }

  private static boolean isTorn(Path earlier) throws IOException {
    try (FileChannel opened = FileChannel.open(earlier)) {
      return wholeLines(opened) < opened.size();
    }
  }

  /** Where the last whole line ends: behind it a crash may have left a part of one. */
  private static long wholeLines(FileChannel open) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = open.size(); end > 0; end--) {
      one.clear();
      open.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  @Override
  protected synchronized void doStop() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
