package io.evcharging.command;

import io.evcharging.canonical.CommandResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes back through the door.
 *
 * @param result never {@code null}
 * @param reason what the outcome alone does not say
 * @param retryAfter when it makes sense to try again, {@code null} when nobody knows
 */
public record CommandReply(CommandResult result, Reason reason, @Nullable Duration retryAfter) {

  /** Why, where a door answers the same outcome in different ways. */
  public enum Reason {
    /** The outcome says it all. */
    OUTCOME,
    /** The idempotency key belongs to another command. */
    CONFLICT,
    /** The body is larger than any command. */
    TOO_LARGE,
    /** Commands are switched off. */
    SWITCHED_OFF
  }

  /** The first answer once more, as far as the result alone is remembered. */
  static CommandReply repeated(CommandResult result) {
    boolean switchedOff =
        result.outcome() == Refusal.SWITCHED_OFF.outcome()
            && result.detail().equals(Refusal.SWITCHED_OFF.detail());
    return new CommandReply(result, switchedOff ? Reason.SWITCHED_OFF : Reason.OUTCOME, null);
  }

  static CommandReply of(CommandResult result) {
    return new CommandReply(result, Reason.OUTCOME, null);
  }
}
