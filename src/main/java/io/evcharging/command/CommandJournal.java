package io.evcharging.command;

import io.evcharging.state.Nodes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the audit and the sinks of each change: the tables first, which remember what is still to
 * be told, then the audit, then the sinks. What a crash or a sink has left untold is told later; so
 * each learns of everything at least once.
 */
final class CommandJournal {

  private static final Logger LOG = LoggerFactory.getLogger(CommandJournal.class);
  private static final int AT_ONCE = 100;
  private static final Instant ALL = Instant.parse("9999-01-01T00:00:00Z");

  private final CommandOutbox outbox;
  private final AuditFile audit;
  private final CommandEvents events;
  private final CommandLog log = new CommandLog(LoggerFactory.getLogger(CommandLog.class));
  private final boolean shared;
  private final Clock clock;

  /** Until it is known that there is nothing: an earlier process may have left something. */
  private volatile boolean leftOvers = true;

  private final Set<String> telling = ConcurrentHashMap.newKeySet();

  /**
   * Tells these.
   *
   * @param shared whether other nodes tell too, and may have left something
   */
  CommandJournal(
      CommandOutbox outbox, AuditFile audit, CommandEvents events, boolean shared, Clock clock) {
    this.outbox = outbox;
    this.audit = audit;
    this.events = events;
    this.shared = shared;
    this.clock = clock;
  }

  /** Tells the audit alone; on the disk when this returns. */
  void audit(CommandChange change) throws IOException {
    audit.append(
        CommandJson.audit(change.at(), change.kind().name(), change.door(), change.result()));
    log.write(change);
  }

  /**
   * Tells of a change.
   *
   * @param save puts it into the tables; false when another node has, and tells of it
   * @throws IOException when the audit does not have it
   */
  void tell(CommandChange change, BooleanSupplier save) throws IOException {
    telling.add(change.eventId());
    boolean told = false;
    try {
      told = !save.getAsBoolean();
      if (!told) {
        audit(change);
        told = send(change);
      }
    } finally {
      telling.remove(change.eventId());
      leftOvers |= !told;
    }
  }

  /**
   * Tells of what an earlier process has left, before there are routes to the sinks: them later.
   */
  void tellAtStart(CommandChange change, Runnable save) throws IOException {
    save.run();
    audit(change);
    outbox.audited(change.eventId());
  }

  /** The sinks may have it later: no command fails because of them. */
  private boolean send(CommandChange change) {
    try {
      events.send(CommandEvent.of(change));
      outbox.told(change.eventId());
      return true;
    } catch (Exception e) {
      LOG.warn(
          "command {} was not handed to the sinks, and will be: {}",
          change.result().commandId(),
          e.getClass().getSimpleName());
      outbox.audited(change.eventId());
      return false;
    }
  }

  /** Tells what is still untold, until somebody does not take it. */
  void tellLeftOvers() throws IOException {
    if (!leftOvers && !shared) {
      return;
    }
    leftOvers = false;
    // What another node is telling right now is not left over.
    Instant by = shared ? clock.instant().minus(Nodes.PATIENCE) : ALL;
    List<CommandChange> untold = outbox.untold(AT_ONCE, by);
    try {
      leftOvers |= !tellAll(untold) || untold.size() == AT_ONCE;
    } catch (IOException | RuntimeException e) {
      leftOvers = true;
      throw e;
    }
  }

  private boolean tellAll(List<CommandChange> untold) throws IOException {
    for (CommandChange change : untold) {
      if (telling.add(change.eventId())) {
        try {
          if (outbox.isUntold(change.eventId()) && !tellAgain(change)) {
            return false;
          }
        } finally {
          telling.remove(change.eventId());
        }
      }
    }
    return true;
  }

  private boolean tellAgain(CommandChange change) throws IOException {
    if (!change.audited()) {
      audit(change);
    }
    return send(change);
  }
}
