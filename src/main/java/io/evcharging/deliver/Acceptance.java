package io.evcharging.deliver;

import io.evcharging.failure.WaitAndRetryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an observation would be accepted now; as a processor it throws where none would be. After
 * the channel has failed nothing is accepted for a growing while, so that no call to the source API
 * is spent in vain.
 */
public final class Acceptance implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int DOUBLINGS = 5;

  private final SinkQueues queues;
  private final Clock clock;
  private @Nullable String full;
  private @Nullable String failure;
  private int failures;
  private Instant closedUntil = Instant.EPOCH;

  /** The usual case takes no lock. */
  private volatile boolean troubled;

  /**
   * Open, until something fails.
   *
   * @param queues are there before the first observation is accepted
   * @param clock measures how long nothing is accepted
   */
  public Acceptance(SinkQueues queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Optional<String> reason = troubled ? reason() : Optional.empty();
    if (reason.isPresent()) {
      throw new WaitAndRetryException(
          "no observation would be accepted: " + reason.get(), null, null);
    }
    try {
      queues.ensure();
    } catch (Exception e) {
      failed(e);
      throw new WaitAndRetryException(
          "no observation would be accepted: " + DeliveryFailures.told(e), null, e);
    }
  }

  /**
   * Why no observation would be accepted.
   *
   * @return empty when one would be, as far as is known
   */
  public synchronized Optional<String> reason() {
    if (full != null) {
      return Optional.of(full);
    }
    return clock.instant().isBefore(closedUntil) ? Optional.ofNullable(failure) : Optional.empty();
  }

  /** Nothing is accepted until there is room again: {@code null} says that there is. */
  synchronized void setFull(@Nullable String reason) {
    if (reason != null && full == null) {
      LOG.error("polling pauses: {}", reason);
    } else if (reason == null && full != null) {
      LOG.info("polling goes on: there is room again");
    }
    full = reason;
    troubled = full != null || failures > 0;
  }

  private synchronized void failed(Exception reason) {
    Instant now = clock.instant();
    if (now.isBefore(closedUntil)) {
      return; // One of those that were under way.
    }
    queues.forget();
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
    closedUntil = now.plus(wait);
    troubled = true;
    failure = "the channel of observations failed, " + root(reason);
    LOG.error("polling pauses for {} s: {}", wait.toSeconds(), failure);
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  private synchronized void succeeded() {
    if (failures > 0) {
      failures = 0;
      closedUntil = Instant.EPOCH;
      troubled = full != null;
      LOG.info("polling goes on: the channel of observations takes them again");
    }
  }

  /** The channel has an observation: this is what accepted means. */
  public final class Done implements Processor {
    @Override
    public void process(Exchange exchange) {
      if (troubled) {
        succeeded();
      }
      if (LOG.isDebugEnabled()) {
        LOG.debug("accepted {}", exchange.getMessage().getHeader("ce-id"));
      }
    }
  }

  /** The channel did not take an observation: throws why, for whoever sends it. */
  public final class Failed implements Processor {
    @Override
    public void process(Exchange exchange) throws Exception {
      Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
      if (!(reason instanceof WaitAndRetryException)) {
        failed(reason);
      }
      throw reason;
    }
  }
}
