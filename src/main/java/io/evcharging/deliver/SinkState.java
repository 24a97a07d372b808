package io.evcharging.deliver;

import io.evcharging.failure.WaitAndRetryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one sink is: what the last attempt came to, and until when it wants to be left alone. The
 * latter is kept in a file, so that a restart does not shorten it.
 */
public final class SinkState extends ServiceSupport {

  private static final Logger LOG = LoggerFactory.getLogger(SinkState.class);

  private final String name;
  private final Path file;
  private final Clock clock;
  private volatile @Nullable Trouble trouble;
  private volatile Instant notBefore = Instant.EPOCH;

  /** When each was accepted, by its id: no more than the sink has consumers. */
  private final Map<String, Instant> underWay = new ConcurrentHashMap<>();

  private record Trouble(String reason, Instant since) {}

  /**
   * Well, until an attempt says otherwise.
   *
   * @param name the sink's
   * @param file keeps until when it wants to be left alone
   * @param clock for since when it is unwell
   */
  public SinkState(String name, Path file, Clock clock) {
    this.name = name;
    this.file = file;
    this.clock = clock;
  }

  @Override
  protected void doStart() throws IOException {
    if (Files.exists(file)) {
      try {
        notBefore = Instant.parse(Files.readString(file).strip());
      } catch (DateTimeException halfWritten) {
        LOG.warn("{} cannot be read, and is passed over", file);
      }
    }
  }

  /** Whether this is its first attempt. */
  boolean takes(Delivery delivery) {
    return underWay.putIfAbsent(delivery.id(), delivery.acceptedAt()) == null;
  }

  /** Delivered, given up, or back in its queue. */
  void isDoneWith(Delivery delivery) {
    underWay.remove(delivery.id());
  }

  /** Throws where the sink wants to be left alone. */
  void begin() {
    Duration left = Duration.between(clock.instant(), notBefore);
    if (left.compareTo(Duration.ZERO) > 0) {
      throw new WaitAndRetryException(
          reason().orElse("it asked to be left alone until " + notBefore), left, null);
    }
  }

  /** It has taken, or refused for good, what it was sent: it is there. */
  void succeeded() {
    Trouble over = trouble;
    if (over != null) {
      trouble = null;
      LOG.info("sink {} healthy again after {}", name, Duration.between(over.since, now()));
    }
  }

  void failed(String reason, Duration wait) {
    Trouble before = trouble;
    trouble = new Trouble(reason, before == null ? now() : before.since);
    if (before == null || !before.reason.equals(reason)) {
      LOG.warn("sink {} unhealthy reason=\"{}\", tried again after {}", name, reason, wait);
    }
  }

  void leaveAlone(Duration wait) {
    Instant until = now().plus(wait);
    if (until.isAfter(notBefore)) {
      notBefore = until;
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, until.toString());
      } catch (IOException e) {
        LOG.warn("{} cannot be written, a restart would forget it: {}", file, e.toString());
      }
    }
  }

  private Instant now() {
    return clock.instant();
  }

  /**
   * What is wrong with the sink.
   *
   * @return empty when its last attempt went well, or there was none
   */
  public Optional<String> reason() {
    return Optional.ofNullable(trouble).map(Trouble::reason);
  }

  /**
   * Since when something is wrong.
   *
   * @return empty when nothing is
   */
  public Optional<Instant> since() {
    return Optional.ofNullable(trouble).map(Trouble::since);
  }

  /**
   * When the oldest of the observations was accepted that are being delivered.
   *
   * @return empty when none is under way
   */
  public Optional<Instant> oldest() {
    return underWay.values().stream().min(Comparator.naturalOrder());
  }
}
