package io.evcharging.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends a line for each change of a command to {@code commands-2026-11.ndjson}, a new file each
 * month (UTC). A line is whole, and on the disk, when {@link #append} returns. Only the owner may
 * read it.
 */
final class AuditFile implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path directory;
  private final Clock clock;
  private @Nullable FileChannel channel;
  private @Nullable Path file;

  /**
   * Writes into a folder.
   *
   * @param directory made when it is needed
   * @param clock says which month it is
   */
  AuditFile(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Returns when the line is on the disk. */
  synchronized void append(byte[] json) throws IOException {
    FileChannel open = open();
    long whole = open.size();
    ByteBuffer line = ByteBuffer.allocate(json.length + 1);
    line.put(json).put((byte) '\n').flip();
    try {
      for (long at = whole; line.hasRemaining(); ) {
        at += open.write(line, at);
      }
      open.force(true);
    } catch (IOException e) {
      try {
        open.truncate(whole);
      } finally {
        close();
      }
      throw e;
    }
  }

  private FileChannel open() throws IOException {
    YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    Path current = directory.resolve("commands-" + month + ".ndjson");
    // Somebody may have taken the file away: what is written to it then would be lost.
    if (channel != null && current.equals(file) && Files.exists(current)) {
      return channel;
    }
    close();
    Files.createDirectories(directory);
    FileChannel opened =
        FileChannel.open(
            current,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            ownerOnly());
    opened.truncate(wholeLines(opened));
    channel = opened;
    file = current;
    return opened;
  }

  private FileAttribute<?>[] ownerOnly() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
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
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
