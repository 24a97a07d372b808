package io.evcharging.command;

import io.evcharging.canonical.CommandResult;
import java.time.Instant;

/**
 * A change of a command's state, which the audit and the sinks are told.
 *
 * @param kind what happened
 * @param door where the command came in
 * @param at when it happened
 * @param result the command as it is then
 * @param audited whether the audit has it
 */
record CommandChange(Kind kind, String door, Instant at, CommandResult result, boolean audited) {

  /** What happened. */
  enum Kind {
    /** The OEM is about to be asked: for the audit alone. */
    ASKED,
    /** The OEM has answered, or has not. */
    ANSWERED,
    /** Decided without asking the OEM. */
    REFUSED,
    /** The process ended while the OEM was asked. */
    INTERRUPTED,
    /** Observed, or not. */
    CONFIRMATION
  }

  CommandChange(Kind kind, String door, Instant at, CommandResult result) {
    this(kind, door, at, result, false);
  }

  String eventId() {
    return CommandJson.id(result).toString();
  }
}
