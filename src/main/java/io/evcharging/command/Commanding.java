package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.config.CommandConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that commands need, put together, with what an earlier process has left. */
public final class Commanding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Commanding.class);

  private static final Duration TIDY_UP = Duration.ofMinutes(1);

  private final CommandOutcomes outcomes = new CommandOutcomes();
  private final AmperageCommands commands;
  private final Confirmations confirmations;
  private final CommandStore store;
  private final CommandOutbox outbox;
  private final CommandJournal journal;
  private final VehicleGate gate;
  private final AuditFile audit;
  private final Clock clock;
  private volatile Instant nextTidyUp = Instant.MIN;

  /**
   * What is around.
   *
   * @param vehicles read anew when the file changes
   * @param jdbi the tables
   * @param dataDirectory the audit is in its folder {@code audit}
   * @param actuators by name
   * @param events where states of commands go
   * @param enabled the kill switch
   * @param polled which sources are switched on
   */
  public record Surroundings(
      Vehicles vehicles,
      Jdbi jdbi,
      Path dataDirectory,
      Map<String, Actuator> actuators,
      CommandEvents events,
      BooleanSupplier enabled,
      Predicate<ChargeSource> polled) {}

  private Commanding(CommandConfig config, Surroundings around, Clock clock) {
    this.clock = clock;
    this.audit = new AuditFile(around.dataDirectory().resolve("audit"), clock);
    this.store = new CommandStore(around.jdbi());
    this.outbox = new CommandOutbox(around.jdbi());
    this.journal = new CommandJournal(outbox, audit, around.events());
    this.gate = new VehicleGate(config.minInterval(), clock);
    ReadBack readBack =
        new ReadBack(
            around.vehicles(), around.polled(), config.confirmWithin(), config.confirmPolls());
    this.confirmations = new Confirmations(store, journal, readBack, config.confirmWithin(), clock);
    this.commands =
        new AmperageCommands(
            new CommandParser(config.minAmps(), config.maxAmps()),
            new CommandCheck(around.vehicles(), around.actuators(), around.enabled()),
            store,
            journal,
            gate,
            confirmations,
            outcomes,
            clock);
  }

  /**
   * Puts it together, and settles what an earlier process has left: what was under way is {@code
   * UNKNOWN} from now on.
   *
   * @throws IOException when the audit cannot be written
   */
  public static Commanding open(CommandConfig config, Surroundings around, Clock clock)
      throws IOException {
    Commanding opened = new Commanding(config, around, clock);
    opened.settle();
    return opened;
  }

  /** Takes commands. */
  public AmperageCommands commands() {
    return commands;
  }

  /** Counts them. */
  public CommandOutcomes outcomes() {
    return outcomes;
  }

  /** Is told of observations. */
  public Confirmations confirmations() {
    return confirmations;
  }

  private void settle() throws IOException {
    gate.restore(store.notBefore(clock.instant()));
    for (CommandStore.Row row : store.in(CommandStore.State.ASKED)) {
      interrupted(row);
    }
    confirmations.restore();
  }

  private void interrupted(CommandStore.Row row) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CommandResult asked = row.result();
    CommandResult result =
        new CommandResult(
            asked.commandId(),
            asked.vehicleId(),
            asked.brand(),
            asked.requestedAmps(),
            null,
            CommandOutcome.UNKNOWN,
            "The process ended while it was being sent: it may or may not have happened.",
            asked.requestedBy(),
            asked.receivedAt(),
            now,
            null,
            null);
    CommandChange change =
        new CommandChange(CommandChange.Kind.INTERRUPTED, row.door(), now, result);
    LOG.warn("command {} was interrupted: its outcome is UNKNOWN", result.commandId());
    store.update(result, CommandStore.State.DONE, null, change);
    journal.audit(change);
    outbox.audited(change.eventId());
  }

  /**
   * What time brings: confirmations that have waited long enough, what is still to be told, what is
   * old enough to be forgotten.
   *
   * @return the polls that are to be made now
   * @throws IOException when the audit cannot be written
   */
  public List<ReadBack.Poll> tick() throws IOException {
    List<ReadBack.Poll> due = confirmations.sweep();
    journal.tellLeftOvers();
    Instant now = clock.instant();
    if (!now.isBefore(nextTidyUp)) {
      nextTidyUp = now.plus(TIDY_UP);
      gate.forgetOld();
      store.forgetOld(now);
    }
    return due;
  }

  @Override
  public void close() throws IOException {
    audit.close();
  }
}
