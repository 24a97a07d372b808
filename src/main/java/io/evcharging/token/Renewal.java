package io.evcharging.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When tokens are renewed, and how long to wait after a failure.
 *
 * @param clock what time it is
 * @param chance 0 to 1, so that many nodes do not renew at the same moment
 * @param patience how long a caller waits for another one's renewal
 */
record Renewal(Clock clock, DoubleSupplier chance, Duration patience) {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration FIRST_REPORT = Duration.ofMinutes(1);
  private static final Duration LONGEST_REPORT = Duration.ofHours(1);

  Instant now() {
    return clock.instant();
  }

  /** A token as it should be kept, to be renewed up to seven minutes ahead of its end. */
  AccessToken token(TokenAccount account, String value, Instant obtainedAt, Instant expiresAt) {
    Duration life = Duration.between(obtainedAt, expiresAt);
    Duration ahead = shorter(AHEAD, life.dividedBy(4));
    Duration jitter = times(ahead, chance.getAsDouble() / 2);
    return new AccessToken(
        account, value, obtainedAt, expiresAt, expiresAt.minus(ahead).minus(jitter));
  }

  /** Doubles with each failure; never shorter than the other side asked for. */
  Duration wait(TokenFailure failure, int failures) {
    boolean passing = failure.next() == TokenFailure.Next.WAIT;
    Duration wait =
        passing
            ? doubled(FIRST_WAIT, failures, LONGEST_WAIT)
            : doubled(FIRST_REPORT, failures, LONGEST_REPORT);
    Duration spread = times(wait, 1 + chance.getAsDouble() / 4);
    return spread.compareTo(failure.retryAfter()) < 0 ? failure.retryAfter() : spread;
  }

  /** How old a token must be that is renewed because the API refused it. */
  Duration leastAge(int refusals) {
    return refusals == 0 ? Duration.ZERO : doubled(FIRST_REPORT, refusals, LONGEST_REPORT);
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    int doublings = Math.min(Math.max(times - 1, 0), 20);
    return shorter(first.multipliedBy(1L << doublings), longest);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}
