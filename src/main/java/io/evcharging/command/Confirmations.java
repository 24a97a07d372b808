package io.evcharging.command;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.canonical.Confirmation.Status;
import io.evcharging.canonical.Electrical;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for observations that show what commands have done. One command waits for each vehicle: the
 * newest that may have set something.
 */
public final class Confirmations {

  private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
  private static final String FIELD = "electrical.requestedCurrentAmps";

  private final CommandStore store;
  private final CommandJournal journal;
  private final ReadBack readBack;
  private final Duration within;
  private final Clock clock;
  private final Map<String, Waiting> waiting = new HashMap<>();

  /** Every observation passes here, and nearly always there is nothing to do. */
  private volatile boolean nothingWaits = true;

  /** One command that waits. */
  private record Waiting(CommandResult result, String door, int polls) {}

  Confirmations(
      CommandStore store, CommandJournal journal, ReadBack readBack, Duration within, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.readBack = readBack;
    this.within = within;
    this.clock = clock;
  }

  /** What an earlier process has left waiting. */
  synchronized void restore() {
    for (CommandStore.Row row : store.in(CommandStore.State.CONFIRMING)) {
      put(new Waiting(row.result(), row.door(), row.confirmPolls()));
    }
  }

  /** What all nodes wait for now; of no use where there is one alone. */
  synchronized void refresh() {
    waiting.clear();
    nothingWaits = true;
    restore();
  }

  synchronized void await(CommandResult result, String door) {
    put(new Waiting(result, door, 0));
  }

  private void put(Waiting one) {
    waiting.put(one.result().vehicleId(), one);
    nothingWaits = false;
  }

  /** Another command may have set something: what is seen from now on says nothing about this. */
  synchronized void endEarlierOf(String vehicleId) {
    Waiting earlier = waiting.get(vehicleId);
    if (earlier != null) {
      end(earlier, new Confirmation(Status.UNCONFIRMED, null, null));
    }
  }

  /**
   * Looks whether an observation says something about a command. Never throws: an observation is
   * worth delivering, whatever it says.
   */
  public void observe(ChargingObservation observation) {
    Electrical electrical = observation.electrical();
    if (nothingWaits || electrical == null || electrical.requestedCurrentAmps() == null) {
      return;
    }
    try {
      compare(observation, electrical.requestedCurrentAmps());
    } catch (RuntimeException e) {
      LOG.error("an observation could not be compared with a command", e);
    }
  }

  private synchronized void compare(ChargingObservation observation, BigDecimal amps) {
    Waiting one = waiting.get(observation.vehicle().id());
    if (one == null) {
      return;
    }
    Instant at = recordedAt(observation);
    Instant end = end(one);
    if (!at.isAfter(one.result().completedAt()) || at.isAfter(end)) {
      return;
    }
    if (amps.compareTo(one.result().acceptedAmps()) == 0) {
      end(one, new Confirmation(Status.CONFIRMED, amps, at));
    } else if (isNews(one.result().confirmation(), at)) {
      CommandResult seen = with(one.result(), new Confirmation(Status.PENDING, amps, at));
      store.update(seen, CommandStore.State.CONFIRMING, null, null);
      put(new Waiting(seen, one.door(), one.polls()));
    }
  }

  private static boolean isNews(Confirmation known, Instant at) {
    return known.observedAt() == null || at.isAfter(known.observedAt());
  }

  /** When the vehicle recorded the current that it asks for. */
  private static Instant recordedAt(ChargingObservation observation) {
    Instant own = observation.observedAtByField().get(FIELD);
    Instant at = own == null ? observation.observedAt() : own;
    return at == null ? observation.receivedAt() : at;
  }

  /** The vehicle sleeps: it is not woken up to be asked. */
  public void asleep(String vehicleId) {
    if (!nothingWaits) {
      spendAllPolls(vehicleId);
    }
  }

  private synchronized void spendAllPolls(String vehicleId) {
    Waiting one = waiting.get(vehicleId);
    if (one != null) {
      spend(one, readBack.polls());
    }
  }

  private void spend(Waiting one, int polls) {
    store.confirmPolls(one.result().commandId(), polls);
    put(new Waiting(one.result(), one.door(), polls));
  }

  /** Ends what has waited long enough, and says which vehicles are to be looked at now. */
  synchronized List<ReadBack.Poll> sweep() {
    List<ReadBack.Poll> due = new ArrayList<>();
    Instant now = clock.instant();
    for (Waiting one : List.copyOf(waiting.values())) {
      CommandResult result = one.result();
      if (!now.isBefore(end(one))) {
        end(one, afterwards(result.confirmation()));
      } else if (readBack.isDue(one.polls(), Duration.between(result.completedAt(), now))) {
        spend(one, one.polls() + 1);
        readBack.poll(result.vehicleId()).ifPresent(due::add);
      }
    }
    return due;
  }

  private Instant end(Waiting one) {
    return one.result().completedAt().plus(within);
  }

  private static Confirmation afterwards(Confirmation seen) {
    return seen.observedAmps() == null
        ? new Confirmation(Status.UNCONFIRMED, null, null)
        : new Confirmation(Status.CONTRADICTED, seen.observedAmps(), seen.observedAt());
  }

  private void end(Waiting one, Confirmation confirmation) {
    CommandResult result = with(one.result(), confirmation);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CommandChange change =
        new CommandChange(CommandChange.Kind.CONFIRMATION, one.door(), now, result);
    try {
      journal.tell(change, () -> store.confirmed(result, change));
    } catch (IOException e) {
      LOG.error("command {}: the audit cannot be written, and will be", result.commandId(), e);
    }
    waiting.remove(result.vehicleId());
    nothingWaits = waiting.isEmpty();
  }

  static CommandResult with(CommandResult result, @Nullable Confirmation confirmation) {
    return new CommandResult(
        result.commandId(),
        result.vehicleId(),
        result.brand(),
        result.requestedAmps(),
        result.acceptedAmps(),
        result.outcome(),
        result.detail(),
        result.requestedBy(),
        result.receivedAt(),
        result.completedAt(),
        result.oem(),
        confirmation);
  }
}
