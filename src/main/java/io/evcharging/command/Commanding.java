package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.config.CommandConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final CommandJournal journal;
  private final Gate gate;
  private final Sharing sharing;
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
   * @param sharing with other nodes
   */
  public record Surroundings(
      Vehicles vehicles,
      Jdbi jdbi,
      Path dataDirectory,
      Map<String, Actuator> actuators,
      CommandEvents events,
      BooleanSupplier enabled,
      Predicate<ChargeSource> polled,
      Sharing sharing) {}

  private Commanding(CommandConfig config, Surroundings around, Clock clock) {
    this.clock = clock;
    this.audit = new AuditFile(around.dataDirectory().resolve("audit"), clock);
    this.sharing = around.sharing();
    Nodes nodes = sharing.nodes();
    this.store = new CommandStore(around.jdbi(), nodes == null ? null : nodes.me());
    this.journal =
        new CommandJournal(
            new CommandOutbox(around.jdbi()), audit, around.events(), nodes != null, clock);
    this.gate =
        nodes == null
            ? new VehicleGate(config.minInterval(), clock)
            : new SharedGate(around.jdbi(), nodes, config.minInterval(), clock);
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
            sharing,
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
    List<CommandStore.Row> asked =
        sharing.shared() ? store.abandoned() : store.in(CommandStore.State.ASKED);
    List<CommandStore.Row> confirming = store.in(CommandStore.State.CONFIRMING);
    Map<String, Instant> newest =
        Stream.concat(asked.stream(), confirming.stream())
            .map(CommandStore.Row::result)
            .collect(
                Collectors.toMap(
                    CommandResult::vehicleId,
                    CommandResult::receivedAt,
                    BinaryOperator.maxBy(Comparator.naturalOrder())));
    for (CommandStore.Row row : asked) {
      interrupted(row);
    }
    for (CommandStore.Row row : confirming) {
      if (row.result().receivedAt().isBefore(newest.get(row.result().vehicleId()))) {
        overtaken(row);
      }
    }
    confirmations.restore();
  }

  /** Learns what other nodes have done: to be called every few seconds. */
  public void refresh() {
    sharing.refresh(confirmations);
  }

  /** What nodes that have died since have left. */
  private void settleAbandoned() {
    try {
      for (CommandStore.Row row : store.abandoned()) {
        interrupted(row);
      }
    } catch (IOException e) {
      LOG.error("the audit cannot be written, and will be", e);
    }
  }

  private void interrupted(CommandStore.Row row) throws IOException {
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
            now(),
            null,
            null);
    LOG.warn("command {} was interrupted: its outcome is UNKNOWN", result.commandId());
    done(row, CommandChange.Kind.INTERRUPTED, result);
  }

  /** A later command may have set something: what is seen from now on says nothing about this. */
  private void overtaken(CommandStore.Row row) throws IOException {
    done(
        row,
        CommandChange.Kind.CONFIRMATION,
        Confirmations.with(
            row.result(), new Confirmation(Confirmation.Status.UNCONFIRMED, null, null)));
  }

  private void done(CommandStore.Row row, CommandChange.Kind kind, CommandResult result)
      throws IOException {
    CommandChange change = new CommandChange(kind, row.door(), now(), result);
    journal.tellAtStart(change, () -> store.update(result, CommandStore.State.DONE, null, change));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What time brings: confirmations that have waited long enough, what is still to be told, what is
   * old enough to be forgotten.
   *
   * @return the polls that are to be made now
   */
  public List<ReadBack.Poll> tick() {
    if (sharing.shared()) {
      settleAbandoned();
      confirmations.refresh();
    }
    List<ReadBack.Poll> due = confirmations.sweep();
    tellLeftOvers();
    Instant now = clock.instant();
    if (!now.isBefore(nextTidyUp)) {
      nextTidyUp = now.plus(TIDY_UP);
      gate.forgetOld();
      store.forgetOld(now);
    }
    return due;
  }

  /** A full disk must not cost the polls that are due: they count as made. */
  private void tellLeftOvers() {
    try {
      journal.tellLeftOvers();
    } catch (IOException e) {
      LOG.error("the audit cannot be written: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() throws IOException {
    audit.close();
  }
}
