package io.evcharging.command;

import io.evcharging.canonical.CommandResult;
import java.time.Instant;

/**
 * A state of a command, for the sinks.
 *
 * @param id the same for the same state, another one for each further state
 * @param at when the command came into this state
 * @param result the state
 * @param json the result with its type and id, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CommandEvent(String id, Instant at, CommandResult result, byte[] json) {

  static CommandEvent of(CommandChange change) {
    return new CommandEvent(
        change.eventId(), change.at(), change.result(), CommandJson.event(change.result()));
  }
}
