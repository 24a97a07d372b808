package io.evcharging.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines that are added to the {@code *.ndjson} files of a directory. Not for several threads.
 */
final class NewLines {

  private final Path directory;
  private final Map<Path, Long> read = new HashMap<>();

  private NewLines(Path directory) {
    this.directory = directory;
  }

  /** Begins after what is there already. The directory need not be there yet. */
  static NewLines in(Path directory) {
    NewLines lines = new NewLines(directory);
    lines.read(line -> {});
    return lines;
  }

  /** Hands over every line that was finished since the last call, in the order of each file. */
  void read(Consumer<byte[]> reader) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.ndjson")) {
      for (Path file : files) {
        read.merge(file, read(file, read.getOrDefault(file, 0L), reader), (old, end) -> end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long read(Path file, long from, Consumer<byte[]> reader) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer added = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
      while (added.hasRemaining() && channel.read(added, from + added.position()) >= 0) {}
      return from + lines(added.array(), added.position(), reader);
    }
  }

  private static int lines(byte[] bytes, int length, Consumer<byte[]> reader) {
    int start = 0;
    for (int at = 0; at < length; at++) {
      if (bytes[at] == '\n') {
        reader.accept(java.util.Arrays.copyOfRange(bytes, start, at));
        start = at + 1;
      }
    }
    return start;
  }
}
