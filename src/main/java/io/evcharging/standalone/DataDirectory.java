package io.evcharging.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the data directory for this process: journal, memory and files can have one writer only.
 */
final class DataDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the directory where it is missing, and locks it.
   *
   * @throws StartException when it cannot be written, or another process has it
   */
  static DataDirectory lock(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartException(
            ("another process uses the data directory %s: stop it, or set"
                    + " evcharging.data-directory to another folder")
                .formatted(directory.toAbsolutePath()),
            null);
      }
      return new DataDirectory(directory, channel);
    } catch (IOException e) {
      throw new StartException(
          "cannot write to the data directory %s, see evcharging.data-directory: %s"
              .formatted(directory.toAbsolutePath(), e),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
