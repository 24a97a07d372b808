package io.evcharging.token;

import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why there is no new token, and what has to happen before there can be one. */
final class TokenFailure extends Exception {

  private static final long serialVersionUID = 1;

  /** What has to happen. */
  enum Next {
    /** Time. */
    WAIT,
    /** Somebody should look, but it is tried again, ever more rarely. */
    REPORT,
    /** A person gives another refresh token. */
    PERSON
  }

  private final Next next;
  private final @Nullable Duration retryAfter;

  private TokenFailure(
      Next next, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.next = next;
    this.retryAfter = retryAfter;
  }

  static TokenFailure later(
      String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    return new TokenFailure(Next.WAIT, message, retryAfter, cause);
  }

  static TokenFailure stop(String message) {
    return new TokenFailure(Next.REPORT, message, null, null);
  }

  static TokenFailure person(String message) {
    return new TokenFailure(Next.PERSON, message, null, null);
  }

  Next next() {
    return next;
  }

  Duration retryAfter() {
    return retryAfter == null ? Duration.ZERO : retryAfter;
  }

  /** As the caller of a token gets it. */
  EvChargingException toCaller(Duration wait) {
    String message = "no access token: " + getMessage();
    return next == Next.WAIT
        ? new WaitAndRetryException(message, wait, this)
        : new StopAndReportException(message, this);
  }
}
