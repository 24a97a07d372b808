package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.source.ChargeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leaves alone whomever a decision names. Where the application's own limit is exceeded the source
 * API does not say for how long: the first wait is a configured one, and each further refusal,
 * without a good answer in between, doubles it.
 */
public final class Patience {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final Suspensions suspensions;
  private final Budget budget;
  private final Duration firstWait;
  private final Clock clock;
  private volatile Duration nextWait;

  /**
   * Begins with the first wait.
   *
   * @param suspensions keeps who is left alone
   * @param budget corrected where the source API has counted otherwise
   * @param firstWait when nobody says how long: positive
   * @param clock for when a wait begins
   */
  public Patience(Suspensions suspensions, Budget budget, Duration firstWait, Clock clock) {
    this.suspensions = suspensions;
    this.budget = budget;
    this.firstWait = firstWait;
    this.nextWait = firstWait;
    this.clock = clock;
  }

  /**
   * Carries a decision out, as far as it is about what comes after.
   *
   * @param decision of {@link ErrorTable}
   * @param vehicle that was asked
   * @param source that was asked for; {@code null} for a command
   * @param reason for people
   * @return whether somebody is left alone from now on, which was logged
   */
  public boolean apply(
      Decision decision, PolledVehicle vehicle, @Nullable ChargeSource source, String reason) {
    if (!decision.holdsBack()) {
      return false;
    }
    boolean waits = decision.kind() == Decision.Kind.WAIT;
    Instant now = clock.instant();
    Duration wait = decision.retryAfter();
    Instant until = wait == null ? null : now.plus(wait);
    return switch (decision.scope()) {
      case APPLICATION -> suspendAll(decision, waits, reason);
      case VEHICLE ->
          suspensions.suspend(
              vehicle, null, waits && until == null ? now.plus(firstWait) : until, reason);
      case SOURCE -> suspensions.suspend(vehicle, source, until, reason);
    };
  }

  /**
   * Carries a decision out that is about the list of connections. One that does not say for how
   * long, and is not about the application, holds nothing back.
   *
   * @param decision of {@link ErrorTable#ofConnections}
   * @param reason for people
   */
  public void applyToConnections(Decision decision, String reason) {
    Duration wait = decision.retryAfter();
    if (decision.scope() == Decision.Scope.APPLICATION && decision.holdsBack()) {
      suspendAll(decision, decision.kind() == Decision.Kind.WAIT, reason);
    } else if (wait != null) {
      suspensions.suspendConnections(clock.instant().plus(wait), reason);
    }
  }

  private boolean suspendAll(Decision decision, boolean waits, String reason) {
    Instant now = clock.instant();
    if (waits) {
      budget.drain();
    }
    Duration wait = decision.retryAfter();
    Instant until = wait == null ? null : now.plus(wait);
    return suspensions.suspendApplication(waits && until == null ? growing(now) : until, reason);
  }

  /**
   * The source API has answered as it should: the next wait is a first one again. Not so during a
   * wait: that answer is to a call from before it.
   */
  public void answered() {
    if (!nextWait.equals(firstWait) && suspensions.ofApplication().isEmpty()) {
      reset();
    }
  }

  private synchronized void reset() {
    nextWait = firstWait;
  }

  /** What is refused side by side is one refusal. */
  private synchronized Instant growing(Instant now) {
    if (suspensions.ofApplication().isPresent()) {
      return now;
    }
    Duration wait = nextWait;
    Duration doubled = wait.multipliedBy(2);
    nextWait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now.plus(wait);
  }
}
