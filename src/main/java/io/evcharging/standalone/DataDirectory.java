package io.evcharging.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the data directory for this process: journal, memory and files can have one writer only.
 */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "lock";

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
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

  /**
   * What is in the way of making a directory, or of writing into it. Leaves no trace.
   *
   * @return empty when nothing can be seen
   */
  static Optional<String> obstacle(Path directory) {
    Path there = directory.toAbsolutePath();
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      return Optional.of("a folder, but %s is none".formatted(there));
    }
    return Files.isWritable(there)
        ? Optional.empty()
        : Optional.of("a folder that can be written, but %s cannot".formatted(there));
  }

  /** Whether another process has the directory now. Leaves no trace. */
  static boolean isInUse(Path directory) {
    Path lock = directory.resolve(LOCK);
    if (!Files.isRegularFile(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = tryLock(channel)) {
      return free == null;
    } catch (IOException cannotTell) {
      return false;
    }
  }

  /**
   * Whether a process has the directory.
   *
   * @param directory exists
   * @throws StartException when nobody may find out
   */
  static boolean isLocked(Path directory) {
    Path file = directory.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw new StartException(
          "cannot find out whether something runs on %s: %s".formatted(directory, e), e);
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
