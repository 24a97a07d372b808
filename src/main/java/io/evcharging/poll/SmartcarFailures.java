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
import org.jspecify.annotations.Nullable;

/** Does to a poll what {@link ErrorTable} decides, and to those that come after it. */
public final class SmartcarFailures {

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
   * @param retryAfter the header of that name, as it came
   * @throws EvChargingException unless it means that there is no data yet
   */
  void check(Poll poll, SmartcarError error, @Nullable String retryAfter) {
    Decision decision = ErrorTable.decide(poll.source().kind(), error, retryAfter(retryAfter));
    patience.apply(decision, poll.vehicle(), poll.source(), error.toString());
    if (decision.kind() == Decision.Kind.NEXT_POLL) {
      poll.unreachable();
    }
    if (decision.kind() != Decision.Kind.NO_DATA) {
      throw failure(decision, error.toString());
    }
  }

  /**
   * How long the source API asks to be left alone.
   *
   * @param header {@code Retry-After} as it came
   * @return {@code null} when it does not say
   */
  public @Nullable Duration retryAfter(@Nullable String header) {
    return RetryAfter.read(header, clock.instant());
  }

  /**
   * A command was refused: what that means for all, and for the vehicle's wait, holds for polls
   * too. What its owner does not allow to be commanded may be polled all the same.
   *
   * @param vehicle that was commanded
   * @param error the refusal
   * @param header {@code Retry-After} as it came
   */
  public void commandRefused(PolledVehicle vehicle, SmartcarError error, @Nullable String header) {
    Decision decision = ErrorTable.decide(Kind.BRAND, error, retryAfter(header));
    if (decision.kind() == Decision.Kind.WAIT || decision.scope() == Decision.Scope.APPLICATION) {
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
