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
import java.util.concurrent.atomic.AtomicReference;
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

  /** Rounds up: a wait is never said to be shorter than it is. */
  private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

  private final String name;
  private final Path file;
  private final Clock clock;
  private volatile @Nullable Trouble trouble;
  private volatile Instant notBefore = Instant.EPOCH;

  /** When each was accepted, by its id: no more than the sink has consumers. */
  private final Map<String, Instant> underWay = new ConcurrentHashMap<>();

  private final AtomicReference<@Nullable Refused> refused = new AtomicReference<>();

  private record Trouble(String reason, Instant since) {}

  /**
   * What the sink has answered to all it was sent of late: that it will never take it.
   *
   * @param inARow how many, since it last took one
   * @param reason of the last one
   */
  public record Refused(long inARow, String reason) {}

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

  /** It has taken what it was sent. */
  void succeeded() {
    if (refused.get() != null) {
      refused.set(null);
    }
    answered();
  }

  /** It will never take what it was sent: it is there, all the same. */
  void refused(String reason) {
    refused.updateAndGet(last -> new Refused(last == null ? 1 : last.inARow + 1, reason));
    answered();
  }

  private void answered() {
    Trouble over = trouble;
    if (over != null) {
      trouble = null;
      long seconds = Duration.between(over.since, now()).toSeconds();
      LOG.info("healthy again sink={} after {} s", name, seconds);
    }
  }

  void failed(String reason, Duration wait) {
    Trouble before = trouble;
    trouble = new Trouble(reason, before == null ? now() : before.since);
    if (before == null || !before.reason.equals(reason)) {
      long seconds = wait.plus(ALMOST_A_SECOND).toSeconds();
      LOG.warn("unhealthy sink={} reason=\"{}\", tried again in {} s", name, reason, seconds);
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
   * What it has refused since it last took something.
   *
   * @return empty when it took what it was sent last, or was sent nothing
   */
  public Optional<Refused> refused() {
    return Optional.ofNullable(refused.get());
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
