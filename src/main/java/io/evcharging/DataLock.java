package io.evcharging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the data directory for one context: what is remembered there can have one writer only, in
 * this process and outside.
 */
final class DataLock extends ServiceSupport {

  private final Path directory;
  private @Nullable FileChannel channel;

  DataLock(Path directory) {
    this.directory = directory;
  }

  @Override
  protected void doStart() throws IOException {
    Files.createDirectories(directory);
    channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      doStop();
      throw new IllegalStateException(
          "another context or process uses "
              + directory.toAbsolutePath()
              + ": give each an evcharging.data-directory of its own");
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  protected void doStop() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
