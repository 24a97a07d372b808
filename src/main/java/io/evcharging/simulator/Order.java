package io.evcharging.simulator;

import java.time.Instant;

/**
 * A command that a car was given.
 *
 * @param kind what it is to do
 * @param requestedAmps what was asked for; 0 unless a current was
 * @param acceptedAmps what the answer said: the most there is, when more was asked for
 * @param receivedAt when it came
 * @param effectiveAt when the car acts on it
 * @param obeyed whether it does so at all
 */
public record Order(
    Kind kind,
    int requestedAmps,
    int acceptedAmps,
    Instant receivedAt,
    Instant effectiveAt,
    boolean obeyed) {

  /** The least that a Tesla sets, whatever is asked for. */
  private static final int LEAST_AMPS = 5;

  /** What a car can be told. */
  public enum Kind {
    /** Draw another current. */
    AMPERAGE,
    /** Go on charging. */
    START,
    /** Stop charging. */
    STOP
  }

  /** What the car really sets, per phase. */
  int effectiveAmps() {
    return Math.max(LEAST_AMPS, acceptedAmps);
  }
}
