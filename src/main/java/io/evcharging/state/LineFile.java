package io.evcharging.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * A file of lines that only grows. A line is whole or not there at all: what a crash has left of
 * one is cut off when the file is opened, and what a full disk has taken of one at once. Many
 * threads may write to it; those that wait for the disk at the same time share one wait.
 */
public final class LineFile implements AutoCloseable {

  private static final Set<StandardOpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path path;
  private final boolean force;
  private final FileChannel channel;
  private final Object forcing = new Object();
  private long size;

  /** How much is on the disk; only of account while {@link #forcing} is held. */
  private long forced;

  private LineFile(Path path, boolean force, FileChannel channel) throws IOException {
    this.path = path;
    this.force = force;
    this.channel = channel;
    cutTo(wholeLines(channel));
    forced = size;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param path in a folder that is there
   * @param force whether a line is on the disk when {@link #append} returns: it costs time, and
   *     survives the machine
   * @param attributes of a new file
   */
  public static LineFile open(Path path, boolean force, FileAttribute<?>... attributes)
      throws IOException {
    FileChannel channel = FileChannel.open(path, OPEN, attributes);
    try {
      return new LineFile(path, force, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Cuts off what a crash has left of a line; a file without that is not touched. */
  public static void mend(Path path) throws IOException {
    if (isTorn(path)) {
      open(path, false).close();
    }
  }

  private static boolean isTorn(Path path) throws IOException {
    try (FileChannel opened = FileChannel.open(path)) {
      return wholeLines(opened) < opened.size();
    }
  }

  /** Where the last whole line ends: behind it a crash may have left a part of one. */
  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  /** In bytes; nobody else writes to it. */
  public synchronized long size() {
    return size;
  }

  /** Its name. */
  public Path path() {
    return path;
  }

  /** Whether it can be written to, and nobody has taken it away: what is written would be lost. */
  public boolean isThere() {
    return channel.isOpen() && Files.exists(path);
  }

  /**
   * Adds a line, and waits until it is on the disk where that was asked for.
   *
   * @param text without the line's end
   * @throws IOException when it is not there
   */
  public void append(byte[] text) throws IOException {
    force(write(text));
  }

  /**
   * Adds a line.
   *
   * @param text without the line's end
   * @return where it ends, for {@link #force}
   * @throws IOException when it is not there
   */
  public synchronized long write(byte[] text) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(text.length + 1);
    line.put(text).put((byte) '\n').flip();
    long whole = size;
    try {
      while (line.hasRemaining()) {
        size += channel.write(line, size);
      }
    } catch (IOException e) {
      takeBack(whole);
      throw e;
    }
    return size;
  }

  /**
   * Waits until a line is on the disk, where that was asked for.
   *
   * @param end what {@link #write} has returned
   * @throws IOException when it is not; then the line is taken back, and the file is closed
   */
  public void force(long end) throws IOException {
    synchronized (forcing) {
      if (!force || forced >= end) {
        return;
      }
      long written = size();
      try {
        channel.force(false); // with its length, without its times
      } catch (IOException e) {
        takeBack(forced);
        channel.close();
        throw e;
      }
      forced = written;
    }
  }

  /** What cannot be taken back now is when the file is opened again. */
  private synchronized void takeBack(long whole) throws IOException {
    try {
      cutTo(whole);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void cutTo(long whole) throws IOException {
    channel.truncate(whole);
    size = whole;
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      force(size());
      channel.close();
    }
  }
}
