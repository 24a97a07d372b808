package io.evcharging.discover;

import io.evcharging.config.VehiclesConfig;
import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.smartcar.Connections;
import io.evcharging.source.smartcar.Connections.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the list of connections is read, and what becomes of it. A list that is broken, or shorter
 * than it says it is, changes nothing: the vehicles that were known stay.
 */
public final class Discovery {

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  private final VehiclesConfig config;
  private final ConnectionsFile file;
  private final @Nullable SharedList shared;
  private final Clock clock;
  private @Nullable Instant next;
  private int failures;
  private String failure = "";

  /**
   * Discovers into a file.
   *
   * @param config where the list is kept, and how often it is read
   * @param clock what time it is
   */
  public Discovery(VehiclesConfig config, Clock clock) {
    this(config, null, clock);
  }

  /**
   * Discovers into a file, for other nodes too.
   *
   * @param config where the list is kept, and how often it is read
   * @param shared where the other nodes find it; {@code null} where there are none
   * @param clock what time it is
   */
  public Discovery(VehiclesConfig config, @Nullable SharedList shared, Clock clock) {
    this.config = config;
    this.shared = shared;
    this.file = new ConnectionsFile(config.file());
    this.clock = clock;
  }

  /** Whether the list should be read now, and here: a restart alone is no reason. */
  public synchronized boolean isDue() {
    if (shared == null) {
      return isTime();
    }
    adopt(shared);
    return isTime() && shared.take() && isStillTime(shared);
  }

  /** Another node may have read it just before this one was let in. */
  private boolean isStillTime(SharedList others) {
    adopt(others);
    if (!isTime()) {
      others.release();
      return false;
    }
    return true;
  }

  /** What another node has read since. */
  private void adopt(SharedList others) {
    Instant theirs = others.readAt().orElse(Instant.MIN);
    Instant ours = file.readAt();
    if (ours == null ? !theirs.equals(Instant.MIN) : theirs.isAfter(ours)) {
      try {
        file.write(others.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      next = theirs.plus(config.refresh());
      LOG.info("connections taken from another node");
    }
  }

  private boolean isTime() {
    if (next == null) {
      Instant readAt = file.readAt();
      next = readAt == null ? clock.instant() : readAt.plus(config.refresh());
    }
    return !clock.instant().isBefore(next);
  }

  /** How often in a row the list could not be read; 0 when it could. */
  public synchronized int failures() {
    return failures;
  }

  /** Why the list could not be read; empty when it could. */
  public synchronized String failure() {
    return failure;
  }

  /**
   * The whole list is here.
   *
   * @param pages in their order, at least one
   * @throws CannotMapException when it cannot be all
   */
  synchronized void found(List<Connections> pages) throws IOException {
    int listed = pages.stream().mapToInt(Connections::listed).sum();
    Integer total = pages.get(0).total();
    if (listed == 0 && total == null) {
      throw new CannotMapException("an empty list that does not say that it is all", null);
    }
    if (total != null && listed < total) {
      throw new CannotMapException(
          "the list has " + listed + " connections, and says that it has " + total, null);
    }
    List<Connection> wanted =
        pages.stream()
            .flatMap(page -> page.connections().stream())
            .filter(found -> config.simulated() || found.isLive())
            .toList();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int written = file.write(wanted, now);
    if (shared != null) {
      shared.write(file.text(), now);
      shared.release();
    }
    LOG.info("connections read: {} listed, {} vehicles", listed, written);
    failures = 0;
    failure = "";
    next = clock.instant().plus(config.refresh());
  }

  /** It could not be read: again later, each time a longer while, never before the API allows. */
  synchronized void failed(Exception why, String reason) {
    failures++;
    failure = reason;
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 12));
    wait = wait.compareTo(config.refresh()) > 0 ? config.refresh() : wait;
    Duration asked =
        why instanceof WaitAndRetryException passing
            ? passing.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    wait = wait.compareTo(asked) < 0 ? asked : wait;
    next = clock.instant().plus(wait);
    if (shared != null) {
      shared.release();
    }
    LOG.warn(
        "connections not read, the vehicles stay as they were: reason=\"{}\", next in {} s",
        reason,
        wait.toSeconds());
  }
}
