package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that many threads append lines to: one write each, and it stays open. */
final class LineFile implements AutoCloseable {

  private final FileChannel channel;

  LineFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    channel =
        FileChannel.open(
            folder.resolve("lines.ndjson"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized void append(byte[] json) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
