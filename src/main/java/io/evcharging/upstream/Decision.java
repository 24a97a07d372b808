package io.evcharging.upstream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one refusal of the source API.
 *
 * @param kind what is done
 * @param scope what it is done to
 * @param retryAfter how long, as the header says; {@code null} when it did not say
 */
public record Decision(Kind kind, Scope scope, @Nullable Duration retryAfter) {

  /** What is done. */
  public enum Kind {
    /** The same call may succeed in a moment: it is made again, within the poll. */
    RETRY,
    /** Passes by itself: the vehicle's next poll asks again. */
    NEXT_POLL,
    /** No fault: the source API has nothing on this vehicle yet. */
    NO_DATA,
    /** The token is not taken: another one, once; then reported. */
    NEW_TOKEN,
    /** Nothing in this scope is called before the time is over. */
    WAIT,
    /** Nothing in this scope is called until a person or {@code Retry-After} says otherwise. */
    SUSPEND,
    /** Somebody should look at it; only {@code Retry-After} holds anything back. */
    REPORT
  }

  /** What a decision is about. */
  public enum Scope {
    /** This one source of this one vehicle. */
    SOURCE,
    /** Everything about this vehicle. */
    VEHICLE,
    /** Everything that is asked in the name of the application. */
    APPLICATION
  }

  static Decision about(Scope scope, Kind kind) {
    return new Decision(kind, scope, null);
  }

  /** Whether its scope is left alone from now on. */
  boolean holdsBack() {
    return kind == Kind.WAIT || kind == Kind.SUSPEND || retryAfter != null;
  }
}
