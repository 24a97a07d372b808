package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.OemAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command that was sent.
 *
 * @param outcome one of those that the other side can cause
 * @param acceptedAmps {@code null} unless accepted or clamped
 * @param detail one sentence for a person
 * @param oem what the other side said; {@code null} when nothing was sent, or no answer came
 * @param retryAfter how long the other side asked to be left alone, {@code null} when it did not
 */
public record Actuated(
    CommandOutcome outcome,
    @Nullable BigDecimal acceptedAmps,
    String detail,
    @Nullable OemAnswer oem,
    @Nullable Duration retryAfter) {

  /** A refusal of which nobody else has heard. */
  boolean nothingWasSent() {
    return oem == null
        && (outcome == CommandOutcome.REJECTED || outcome == CommandOutcome.RATE_LIMITED);
  }

  static Actuated of(CommandOutcome outcome, String detail, @Nullable OemAnswer oem) {
    return new Actuated(outcome, null, detail, oem, null);
  }
}
