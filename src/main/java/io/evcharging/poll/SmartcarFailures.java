package io.evcharging.poll;

import io.evcharging.config.PolledVehicle;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RetryAfter;
import io.evcharging.failure.RetrySoonException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.ChargeSource.Kind;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.upstream.Decision;
import io.evcharging.upstream.ErrorTable;
import io.evcharging.upstream.Patience;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Does to a poll what {@link ErrorTable} decides, and to those that come after it. */
public final class SmartcarFailures {

  private static final int CONFLICT = 409;

  private final Patience patience;
  private final Clock clock;

  /**
   * Carries decisions out.
   *
   * @param patience leaves alone whoever is to be left alone
   * @param clock for a {@code Retry-After} that is a date
   */
  public SmartcarFailures(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Says what a refusal means.
   *
   * @param poll what was asked
   * @param error the refusal
   * @param retryAfter how long it asks to be left alone; {@code null} when it does not say
   * @throws EvChargingException unless it means that there is no data yet
   */
  void check(Poll poll, SmartcarError error, @Nullable Duration retryAfter) {
    Decision decision = ErrorTable.decide(poll.source().kind(), error, retryAfter);
    if (patience.apply(decision, poll.vehicle(), poll.source(), error.toString())) {
      poll.told();
    }
    if (decision.kind() == Decision.Kind.NEXT_POLL) {
      poll.unreachable();
    }
    // With Retry-After, too: a wait instead of a next poll, and still an answer.
    if (decision.kind() == Decision.Kind.NEXT_POLL || error.status() == CONFLICT) {
      poll.endAs(PollOutcome.VEHICLE_STATE);
    }
    if (decision.kind() != Decision.Kind.NO_DATA) {
      throw failure(decision, error.toString());
    }
  }

  /**
   * How long the source API asks to be left alone.
   *
   * @param answer its headers as they came
   * @return {@code null} when it does not say
   */
  public @Nullable Duration retryAfter(Message answer) {
    return RetryAfter.of(answer, clock.instant());
  }

  /**
   * A command was refused: what that means for all, and for the vehicle's wait, holds for polls
   * too. What its owner does not allow to be commanded may be polled all the same.
   *
   * @param vehicle that was commanded
   * @param error the refusal
   * @param wait what {@link #retryAfter} has read
   */
  public void commandRefused(PolledVehicle vehicle, SmartcarError error, @Nullable Duration wait) {
    Decision decision = ErrorTable.decide(Kind.BRAND, error, wait);
    boolean waits = decision.kind() == Decision.Kind.WAIT || wait != null;
    if (waits || decision.scope() == Decision.Scope.APPLICATION) {
      patience.apply(decision, vehicle, null, error.toString());
    }
  }

  /** The source API has answered as it should. */
  void answered() {
    patience.answered();
  }

  private static EvChargingException failure(Decision decision, String reason) {
    return switch (decision.kind()) {
      case RETRY -> new RetrySoonException(reason, null);
      case WAIT, NEXT_POLL -> new WaitAndRetryException(reason, decision.retryAfter(), null);
      case NO_DATA, NEW_TOKEN, SUSPEND, REPORT -> new StopAndReportException(reason, null);
    };
  }
}
