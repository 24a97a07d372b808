package io.evcharging.command;

import io.evcharging.state.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private @Nullable LineFile file;

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
    open().append(json);
  }

  private LineFile open() throws IOException {
    YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    Path current = directory.resolve("commands-" + month + ".ndjson");
    if (file != null && file.path().equals(current) && file.isThere()) {
      return file;
    }
    close();
    Files.createDirectories(directory);
    LineFile opened = LineFile.open(current, true, ownerOnly());
    file = opened;
    return opened;
  }

  private FileAttribute<?>[] ownerOnly() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
