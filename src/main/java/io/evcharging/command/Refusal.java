package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.command.CommandReply.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is not sent.
 *
 * @param retryAfter {@code null} when waiting does not help
 */
record Refusal(
    CommandOutcome outcome, String detail, Reason reason, @Nullable Duration retryAfter) {

  static final Refusal SWITCHED_OFF =
      new Refusal(
          CommandOutcome.REJECTED,
          "Commands are switched off: nothing was sent.",
          Reason.SWITCHED_OFF,
          null);

  static Refusal of(CommandOutcome outcome, String detail) {
    return new Refusal(outcome, detail, Reason.OUTCOME, null);
  }

  static Refusal tooSoon(Duration wait) {
    return new Refusal(
        CommandOutcome.RATE_LIMITED,
        "The vehicle takes its next command in " + seconds(wait) + " s.",
        Reason.OUTCOME,
        wait);
  }

  static Refusal cutOff(String why) {
    return new Refusal(
        CommandOutcome.REJECTED,
        "This node is cut off, " + why + ": nothing was sent.",
        Reason.SWITCHED_OFF,
        Duration.ofSeconds(5));
  }

  /** Rounded up: a second too early is refused again. */
  static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }
}
