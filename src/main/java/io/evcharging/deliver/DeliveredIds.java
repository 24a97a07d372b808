package io.evcharging.deliver;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a sink has had, the most recent of them, over restarts. Camel's own repository on a
 * file searches the whole file for each new id; this one keeps them in memory, appends each to the
 * file, and writes the file anew when it holds twice as many.
 */
public final class DeliveredIds extends ServiceSupport implements IdempotentRepository {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path file;
  private final int capacity;
  private final Map<UUID, Boolean> ids;
  private @Nullable BufferedWriter writer;
  private int lines;
  private boolean torn;

  /**
   * Remembers in a file.
   *
   * @param file made when it is not there; its folder too
   * @param capacity how many ids are remembered at the most
   */
  public DeliveredIds(Path file, int capacity) {
    this.file = file;
    this.capacity = capacity;
    this.ids =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  @Override
  protected synchronized void doStart() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      try (Stream<String> stored = Files.lines(file, StandardCharsets.ISO_8859_1)) {
        // What a crash has left half written is no id: its observation is delivered once more.
        stored.filter(DeliveredIds::isId).forEach(id -> ids.put(UUID.fromString(id), true));
      }
    }
    rewrite();
  }

  @Override
  protected synchronized void doStop() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  @Override
  public synchronized boolean contains(String key) {
    return ids.get(UUID.fromString(key)) != null;
  }

  @Override
  public synchronized boolean add(String key) {
    if (ids.put(UUID.fromString(key), true) != null) {
      return false;
    }
    Batch batch = Batch.current();
    if (batch == null || !batch.remember(this, key)) {
      write(key);
    }
    return true;
  }

  /** Over a restart as well. */
  synchronized void write(String key) {
    try {
      append(key);
    } catch (IOException e) {
      torn = true;
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void append(String key) throws IOException {
    if (writer == null || torn || ++lines > 2L * capacity) {
      rewrite();
    } else {
      writer.write(key);
      writer.newLine();
      writer.flush();
    }
  }

  /** Under another name first, so that a crash leaves the one or the other. */
  private void rewrite() throws IOException {
    doStop();
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, ids.keySet().stream().map(UUID::toString).toList());
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    lines = ids.size();
    torn = false;
    writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  private static boolean isId(String line) {
    return ID.matcher(line).matches();
  }

  @Override
  public synchronized boolean remove(String key) {
    // Only asked for when a delivery failed, and what failed was never added.
    return ids.remove(UUID.fromString(key)) != null;
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public synchronized void clear() {
    ids.clear();
  }
}
