package io.evcharging.poll;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.RetrySoonException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.http.TooLargeException;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Planning;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Counts and logs a poll that failed, in one line that says who, what and why. */
public final class PollFailure implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PollFailure.class);

  private final PollOutcomes outcomes;
  private final Planning plan;
  private final Intake intake;

  /**
   * Counts into {@code outcomes}.
   *
   * @param outcomes shared with {@link PollSuccess}
   * @param plan learns when to ask again
   * @param intake takes back what could not end before this process does
   */
  public PollFailure(PollOutcomes outcomes, Planning plan, Intake intake) {
    this.outcomes = outcomes;
    this.plan = plan;
    this.intake = intake;
  }

  @Override
  public void process(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Optional<Poll> poll = Poll.find(exchange);
    PollRequest asked =
        exchange.getProperty(PollRequest.PROPERTY, PollRequest.NOTHING, PollRequest.class);
    PollOutcome usual = outcome(failure);
    PollOutcome outcome = poll.map(its -> its.outcome(usual)).orElse(usual);
    if (poll.map(Poll::countOnce).orElse(true)) {
      outcomes.count(sourceOf(asked), outcome, exchange.getClock().elapsed());
    }
    poll.ifPresent(its -> learn(its, outcome));
    if (outcome == PollOutcome.RETRY_LATER) {
      intake.giveBackIfClosed(exchange);
    }
    LOG.atLevel(poll.filter(Poll::isTold).isPresent() ? Level.DEBUG : level(outcome))
        .log(
            "poll {} outcome={} reason=\"{}\"",
            poll.map(Poll::toString).orElseGet(asked::toString),
            outcome.label(),
            reason(failure));
    LOG.debug("poll failed", failure);
  }

  private void learn(Poll poll, PollOutcome outcome) {
    String vehicleId = poll.vehicle().vehicle().id();
    if (outcome == PollOutcome.HELD) {
      plan.heldBack(poll.source(), vehicleId);
    } else if (poll.isUnreachable()) {
      plan.unreachable(poll.source(), vehicleId);
    } else if (poll.hasCalled()) {
      plan.failed(poll.source(), vehicleId);
    }
  }

  /** Why nobody is asked was said when that began. */
  private static Level level(PollOutcome outcome) {
    return switch (outcome) {
      case SUSPENDED, HELD, UNDER_WAY -> Level.DEBUG;
      case VEHICLE_STATE -> Level.INFO;
      default -> Level.WARN;
    };
  }

  /** Counted under its own name only when it is a source: others would be counters without end. */
  private static String sourceOf(PollRequest asked) {
    return Optional.ofNullable(asked.source())
        .flatMap(ChargeSource::byId)
        .map(ChargeSource::id)
        .orElse(PollRequest.UNKNOWN);
  }

  private static PollOutcome outcome(Exception failure) {
    if (failure instanceof CannotMapException || failure instanceof TooLargeException) {
      return PollOutcome.UNREADABLE;
    } else if (failure instanceof WaitAndRetryException
        || failure instanceof RetrySoonException
        || failure instanceof IOException
        || failure instanceof RejectedExecutionException) { // Camel's, while it stops
      return PollOutcome.RETRY_LATER;
    } else if (failure instanceof StopAndReportException) {
      return PollOutcome.STOPPED;
    } else if (failure instanceof RefusedException) {
      return PollOutcome.REFUSED;
    }
    return PollOutcome.FAILED;
  }

  /** Messages of other exceptions may quote what they could not read: only their kind is told. */
  private static String reason(Exception failure) {
    if (failure instanceof WaitAndRetryException wait && wait.retryAfter().isPresent()) {
      return wait.getMessage() + ", retry after " + wait.retryAfter().get().toSeconds() + " s";
    }
    return failure instanceof EvChargingException || failure instanceof IOException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }
}
