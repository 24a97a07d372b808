package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import java.io.IOException;

/** What became of a command cannot be recorded, so that it has no result. */
public final class UnrecordedCommandException extends IOException {

  private static final long serialVersionUID = 1;

  private final String commandId;
  private final CommandOutcome outcome;

  private UnrecordedCommandException(
      String commandId, CommandOutcome outcome, String words, Exception cause) {
    super(words, cause);
    this.commandId = commandId;
    this.outcome = outcome;
  }

  static UnrecordedCommandException notSent(String commandId, Exception cause) {
    return new UnrecordedCommandException(
        commandId, CommandOutcome.REJECTED, "It could not be recorded: nothing was sent.", cause);
  }

  static UnrecordedCommandException sent(String commandId, Exception cause) {
    return new UnrecordedCommandException(
        commandId,
        CommandOutcome.UNKNOWN,
        "Its result could not be recorded: it may or may not have happened.",
        cause);
  }

  /** Under which the tables and the audit may have it. */
  public String commandId() {
    return commandId;
  }

  /** {@code REJECTED} when nothing was sent, else {@code UNKNOWN}. */
  public CommandOutcome outcome() {
    return outcome;
  }
}
