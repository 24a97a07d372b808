package io.evcharging.command;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.command.CommandReply.Reason;
import io.evcharging.command.CommandStore.Entry;
import io.evcharging.command.CommandStore.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes amperage commands: once each, one at a time for a vehicle, and with one truthful result. A
 * command is in the tables and in the audit before the OEM is called; so whatever happens then, it
 * is known that it was called, and it is not called again.
 */
public final class AmperageCommands {

  private static final Logger LOG = LoggerFactory.getLogger(AmperageCommands.class);

  private final CommandParser parser;
  private final CommandCheck check;
  private final CommandStore store;
  private final CommandJournal journal;
  private final Gate gate;
  private final Confirmations confirmations;
  private final CommandOutcomes outcomes;
  private final Clock clock;
  private final Sharing sharing;
  private final Claims claims = new Claims();

  AmperageCommands(
      CommandParser parser,
      CommandCheck check,
      CommandStore store,
      CommandJournal journal,
      Gate gate,
      Confirmations confirmations,
      CommandOutcomes outcomes,
      Sharing sharing,
      Clock clock) {
    this.parser = parser;
    this.check = check;
    this.store = store;
    this.journal = journal;
    this.gate = gate;
    this.confirmations = confirmations;
    this.outcomes = outcomes;
    this.sharing = sharing;
    this.clock = clock;
  }

  /**
   * Carries a command out, or says why not, or repeats what was said to the same command before.
   *
   * @return when the audit has it on disk
   * @throws UnrecordedCommandException when nothing can be recorded: if the OEM was called, the
   *     command is among those that {@link #read} finds
   */
  public CommandReply take(CommandRequest request) throws IOException {
    ParsedCommand parsed = parser.parse(request);
    Draft draft = new Draft(request, parsed, now());
    String key = request.idempotencyKey();
    try {
      if (request.refusal() == CommandOutcome.UNAUTHORIZED) {
        return unauthorized(draft);
      }
      String lost = sharing.cutOff().orElse(null);
      if (lost != null) {
        return cutOff(draft, lost);
      }
      return key == null ? carryOut(draft, null, null) : claimed(draft, key);
    } catch (UnrecordedCommandException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw UnrecordedCommandException.notSent(draft.commandId(), e);
    }
  }

  private CommandReply claimed(Draft draft, String key) throws IOException {
    String keyHash = Fingerprint.key(draft.request(), key);
    String fingerprint = Fingerprint.command(draft.request(), draft.parsed());
    return claims.once(
        keyHash,
        fingerprint,
        () -> sharing.once(keyHash, () -> firstOrAgain(draft, keyHash, fingerprint)),
        () -> conflict(draft));
  }

  /** Another node can, or this one in a while: nothing is remembered but in the audit. */
  private CommandReply cutOff(Draft draft, String why) throws IOException {
    Refusal lost = Refusal.cutOff(why);
    CommandResult result = draft.refused(lost, now());
    journal.audit(new CommandChange(CommandChange.Kind.REFUSED, draft.door(), now(), result));
    return new CommandReply(result, lost.reason(), lost.retryAfter());
  }

  /**
   * The newest state of a command.
   *
   * @param commandId any text
   * @return empty when there was none of that id within a day
   */
  public Optional<CommandResult> read(String commandId) {
    return store.byId(commandId);
  }

  private CommandReply firstOrAgain(Draft draft, String keyHash, String fingerprint)
      throws IOException {
    Optional<CommandStore.Row> first = store.byKey(keyHash);
    if (first.isEmpty()) {
      return carryOut(draft, keyHash, fingerprint);
    }
    return fingerprint.equals(first.get().fingerprint())
        ? CommandReply.repeated(first.get().result())
        : conflict(draft);
  }

  private CommandReply conflict(Draft draft) throws IOException {
    Refusal conflict =
        new Refusal(
            CommandOutcome.INVALID,
            "The idempotency key belongs to another command.",
            Reason.CONFLICT,
            null);
    return refuse(draft, conflict, null, null);
  }

  /** Nobody who may command has said anything: it is for the audit, and for nobody else. */
  private CommandReply unauthorized(Draft draft) throws IOException {
    CommandResult result = draft.refused(CommandCheck.ofDoor(draft.request()), now());
    journal.audit(new CommandChange(CommandChange.Kind.REFUSED, draft.door(), now(), result));
    outcomes.count(draft.door(), result.outcome());
    return CommandReply.of(result);
  }

  private CommandReply carryOut(Draft draft, @Nullable String keyHash, @Nullable String fingerprint)
      throws IOException {
    Refusal refusal = check.check(draft);
    if (refusal != null) {
      return refuse(draft, refusal, keyHash, fingerprint);
    }
    String vehicleId = draft.vehicleId();
    Duration wait = gate.enter(vehicleId);
    if (!wait.isZero()) {
      return refuse(draft, Refusal.tooSoon(wait), keyHash, fingerprint);
    }
    Instant notBefore = null;
    try {
      notBefore = announce(draft, keyHash, fingerprint);
      Actuated actuated = actuate(draft);
      notBefore = later(actuated.nothingWasSent() ? now() : notBefore, actuated.retryAfter());
      return complete(draft, actuated, notBefore);
    } finally {
      gate.leave(vehicleId, notBefore);
    }
  }

  /** From here on it counts as called. */
  private Instant announce(Draft draft, @Nullable String keyHash, @Nullable String fingerprint)
      throws IOException {
    Instant notBefore = gate.next();
    CommandResult asked = draft.asked();
    store.insert(
        new Entry(asked, draft.door(), State.ASKED, keyHash, fingerprint, notBefore), null);
    try {
      journal.audit(
          new CommandChange(CommandChange.Kind.ASKED, draft.door(), asked.receivedAt(), asked));
    } catch (IOException e) {
      store.delete(asked.commandId());
      throw e;
    }
    return notBefore;
  }

  /** A host's own actuator may break its promise not to throw. */
  private static Actuated actuate(Draft draft) {
    try {
      return draft.actuator().set(new AmperageCommand(draft.vehicleId(), draft.amps()));
    } catch (RuntimeException e) {
      LOG.warn("command {} failed in its actuator", draft.commandId(), e);
      return Actuated.of(
          CommandOutcome.UNKNOWN, "It failed on its way: it may or may not have happened.", null);
    }
  }

  private CommandReply complete(Draft draft, Actuated actuated, Instant notBefore)
      throws IOException {
    CommandResult result = draft.answered(actuated, now());
    State state = result.confirmation() == null ? State.DONE : State.CONFIRMING;
    CommandChange change =
        new CommandChange(CommandChange.Kind.ANSWERED, draft.door(), now(), result);
    try {
      if (mayHaveHappened(result)) {
        sharing.refresh(confirmations);
        confirmations.endEarlierOf(draft.vehicleId());
      }
      journal.tell(change, () -> store.update(result, state, notBefore, change));
    } catch (IOException | RuntimeException e) {
      throw UnrecordedCommandException.sent(draft.commandId(), e);
    } finally { // recorded or not, the OEM has taken it
      outcomes.count(draft.door(), result.outcome());
      if (state == State.CONFIRMING) {
        confirmations.await(result, draft.door());
      }
    }
    return new CommandReply(result, Reason.OUTCOME, actuated.retryAfter());
  }

  /** Then what an earlier command has set is no longer what is to be seen. */
  private static boolean mayHaveHappened(CommandResult result) {
    return result.confirmation() != null || result.outcome() == CommandOutcome.UNKNOWN;
  }

  private CommandReply refuse(
      Draft draft, Refusal refusal, @Nullable String keyHash, @Nullable String fingerprint)
      throws IOException {
    CommandResult result = draft.refused(refusal, now());
    CommandChange change =
        new CommandChange(CommandChange.Kind.REFUSED, draft.door(), now(), result);
    Entry entry = new Entry(result, draft.door(), State.DONE, keyHash, fingerprint, null);
    journal.tell(change, () -> store.insert(entry, change));
    outcomes.count(draft.door(), result.outcome());
    return new CommandReply(result, refusal.reason(), refusal.retryAfter());
  }

  private Instant later(Instant notBefore, @Nullable Duration retryAfter) {
    Instant until = retryAfter == null ? notBefore : now().plus(retryAfter);
    return until.isAfter(notBefore) ? until : notBefore;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
