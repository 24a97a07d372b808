package io.evcharging.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.seda.SedaEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues in memory: they are there as long as the routes are. */
public final class MemoryQueues implements SinkQueues {

  /** How the ids of the routes begin that take from the queues. */
  static final String ROUTE = "evcharging-deliver-memory-sink-";

  private static final Logger LOG = LoggerFactory.getLogger(MemoryQueues.class);
  private static final int DROPPED_AT_ONCE = 100;

  private final CamelContext context;
  private final Path undelivered;

  /**
   * Of a context.
   *
   * @param context has the routes of {@code deliver-memory.camel.yaml}
   * @param undelivered the folder of what could not be delivered
   */
  public MemoryQueues(CamelContext context, Path undelivered) {
    this.context = context;
    this.undelivered = undelivered;
  }

  @Override
  public void ensure() {
    // Nothing can be missing.
  }

  @Override
  public void forget() {
    // Nothing is remembered.
  }

  /** Without the one that is being delivered. */
  @Override
  public long waiting(String sink) {
    Route route = context.getRoute(ROUTE + sink);
    return route != null && route.getEndpoint() instanceof SedaEndpoint queue
        ? queue.getCurrentQueueSize()
        : SinkStates.UNKNOWN;
  }

  @Override
  public long undelivered(String sink) {
    Path folder = undelivered.resolve(sink);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException unreadable) {
      LOG.debug("cannot count {}", folder, unreadable);
      return SinkStates.UNKNOWN;
    }
  }

  /** The queues take no room on the disk; what could not be delivered does. */
  @Override
  public Map<String, Long> dropOldest() {
    if (!Files.isDirectory(undelivered)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.walk(undelivered)) {
      List<Path> oldest =
          files
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
              .limit(DROPPED_AT_ONCE)
              .toList();
      Map<String, Long> dropped = new TreeMap<>();
      for (Path file : oldest) {
        Files.deleteIfExists(file);
        dropped.merge(undelivered.relativize(file).getName(0).toString(), 1L, Long::sum);
      }
      LOG.error("dropped {} undelivered observations: there is no room", oldest.size());
      return dropped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
