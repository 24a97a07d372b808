package io.evcharging.canonical;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a later observation of the vehicle says about a command.
 *
 * @param status never {@code null}
 * @param observedAmps the observed {@code requestedCurrentAmps}, {@code null} when none was
 * @param observedAt when that was, {@code null} when none was
 */
public record Confirmation(Status status, BigDecimal observedAmps, Instant observedAt) {

  /** Nothing observed yet. */
  public static final Confirmation PENDING = new Confirmation(Status.PENDING, null, null);

  /** Whether it was seen to be done. */
  public enum Status {
    /** No observation recorded after the command yet. */
    PENDING,
    /** Observed as accepted. */
    CONFIRMED,
    /** Observed, with another value, until the time was over. */
    CONTRADICTED,
    /** Nothing was observed until the time was over. */
    UNCONFIRMED
  }
}
