package io.evcharging.deliver;

import io.evcharging.state.LineFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer has delivered since its queue was told last, so that many observations share
 * one wait for the disk. First the lines get to the disk, then it is written down that they were
 * delivered, then the queue is told: whatever is lost in between comes again, and nothing is passed
 * over that is not on the disk. Belongs to one thread.
 */
final class Batch {

  private static final ThreadLocal<@Nullable Batch> CURRENT = new ThreadLocal<>();

  private final Map<LineFile, Long> written = new LinkedHashMap<>();
  private final List<Remembered> remembered = new ArrayList<>();

  private record Remembered(DeliveredIds ids, String id) {}

  private Batch() {}

  /** From now on, on this thread. */
  static Batch begin() {
    Batch batch = new Batch();
    CURRENT.set(batch);
    return batch;
  }

  /** That of this thread; {@code null} where each delivery is on its own. */
  static @Nullable Batch current() {
    return CURRENT.get();
  }

  /** A line that has to be on the disk in the end. */
  void force(LineFile file, long end) {
    written.merge(file, end, Math::max);
  }

  /**
   * An id that must not be written down before the lines are on the disk.
   *
   * @return false where there are none to wait for
   */
  boolean remember(DeliveredIds ids, String id) {
    return !written.isEmpty() && remembered.add(new Remembered(ids, id));
  }

  /** All that was delivered is safe, and the queue can be told. */
  void end() throws IOException {
    CURRENT.remove();
    for (Map.Entry<LineFile, Long> file : written.entrySet()) {
      file.getKey().force(file.getValue());
    }
    List<Remembered> onTheDisk = List.copyOf(remembered);
    remembered.clear(); // They stay known, though this cannot be written down: they come again.
    for (Remembered delivered : onTheDisk) {
      delivered.ids.write(delivered.id);
    }
  }

  /** The queue gives it all once more: what is not on the disk is delivered again. */
  void fail() {
    CURRENT.remove();
    remembered.forEach(delivered -> delivered.ids.remove(delivered.id));
  }
}
