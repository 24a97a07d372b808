package io.evcharging.deliver;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Decides, each time when a delivery has failed, whether it is tried again, and when. The answers
 * are the exchange property {@value #RETRY} and Camel's own header for the wait.
 */
public final class DeliveryRetry implements Processor {

  static final String RETRY = "evcharging.retry";
  static final String FAILURE = "evcharging.failure";
  private static final String ATTEMPTS = "evcharging.attempts";
  private static final int DOUBLINGS = 30;

  private final DeliveryFailures failures;
  private final SinkStates sinks;
  private final Map<String, Duration> retryFor;
  private final Waits waits;
  private final Clock clock;

  /**
   * How long to wait.
   *
   * @param first before the first retry; doubles each time
   * @param longest where the doubling ends
   * @param refused while the sink refuses whatever it is sent
   * @param random from 0 to 1: of a wait that is ours to choose, a random half is left out
   */
  public record Waits(Duration first, Duration longest, Duration refused, DoubleSupplier random) {

    /**
     * How long to wait.
     *
     * @param failure of the last attempt
     * @param attempts so far, from 1
     * @return never shorter than the other side asked for
     */
    public Duration after(EvChargingException failure, int attempts) {
      if (failure instanceof StopAndReportException) {
        return jittered(refused);
      }
      Duration ours =
          jittered(shorter(longest, first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS))));
      Duration theirs =
          failure instanceof WaitAndRetryException wait
              ? wait.retryAfter().orElse(Duration.ZERO)
              : Duration.ZERO;
      return ours.compareTo(theirs) > 0 ? ours : theirs;
    }

    private Duration jittered(Duration wait) {
      return Duration.ofNanos((long) (wait.toNanos() * (1 - random.getAsDouble() / 2)));
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }

  /**
   * Decides.
   *
   * @param failures says what a failure means
   * @param sinks told how each is
   * @param retryFor for each sink, how long from when it was accepted
   * @param waits how long to wait
   * @param clock for the age of what was accepted
   */
  public DeliveryRetry(
      DeliveryFailures failures,
      SinkStates sinks,
      Map<String, Duration> retryFor,
      Waits waits,
      Clock clock) {
    this.failures = failures;
    this.sinks = sinks;
    this.retryFor = Map.copyOf(retryFor);
    this.waits = waits;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Delivery delivery = Delivery.of(exchange);
    EvChargingException failure =
        failures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    exchange.setProperty(FAILURE, failure);
    exchange.setProperty(RETRY, false);
    SinkState sink = sinks.of(delivery.sink());
    if (failure instanceof RefusedException || failure instanceof CannotMapException) {
      sink.refused(String.valueOf(failure.getMessage()));
      return;
    }
    int attempts = exchange.getProperty(ATTEMPTS, 0, Integer.class) + 1;
    exchange.setProperty(ATTEMPTS, attempts);
    Duration wait = waits.after(failure, attempts);
    sink.failed(String.valueOf(failure.getMessage()), wait);
    if (failure instanceof WaitAndRetryException told) {
      told.retryAfter().ifPresent(sink::leaveAlone);
    }
    exchange.setProperty(RETRY, isYoung(delivery));
    exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis() + 1);
  }

  private boolean isYoung(Delivery delivery) {
    Duration age = Duration.between(delivery.acceptedAt(), clock.instant());
    return age.compareTo(Objects.requireNonNull(retryFor.get(delivery.sink()))) < 0;
  }
}
