package io.evcharging.mapping;

import io.evcharging.source.signals.SignalEnvelope;
import io.evcharging.source.signals.SignalEnvelopes;
import io.evcharging.source.signals.SignalStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What signals tell besides the fields that rules name: their times, and signals of other kinds.
 */
public final class SignalEvidence {

  private static final String UNMAPPED = "unmapped";

  private SignalEvidence() {}

  /**
   * Notes signals that no rule names, and the times of all. To be called after the fields.
   *
   * @param answer all signals
   * @param known codes that rules name
   * @throws IOException when a body is not JSON
   */
  public static void note(SignalEnvelopes answer, Set<String> known, Reading reading)
      throws IOException {
    List<SignalEnvelope> odd = new ArrayList<>();
    for (SignalEnvelope signal : answer.signals().values()) {
      if (!signal.timeFaults().isEmpty() || !known.contains(signal.code())) {
        odd.add(signal);
      }
    }
    odd.sort(Comparator.comparing(SignalEnvelope::code)); // the wire's order may change
    for (SignalEnvelope signal : odd) {
      noteTimeFaults(signal, reading);
      if (!known.contains(signal.code())) {
        noteUnknown(signal, reading);
      }
    }
    answer.faults().values().forEach(raw -> reading.unreadable(UNMAPPED, raw));
    noteTimes(answer.signals().values(), reading);
  }

  private static void noteUnknown(SignalEnvelope signal, Reading reading) throws IOException {
    String path = UNMAPPED + "." + signal.code();
    if (signal.status() != null && !SignalStatus.isSuccess(signal.status())) {
      SignalPresence.flag(path, signal.status(), reading);
      return;
    }
    Object body = signal.body() == null ? null : signal.body().raw();
    if (body != null) {
      reading.unmapped().put(signal.code(), body);
      reading.observed(path, signal.meta().oemUpdatedAt());
    }
  }

  private static void noteTimeFaults(SignalEnvelope signal, Reading reading) {
    signal
        .timeFaults()
        .forEach(
            (time, raw) ->
                reading.unreadable(time.equals("oemUpdatedAt") ? "observedAt" : "fetchedAt", raw));
  }

  /**
   * The newest of those that have a value; where none has one, the newest of all. What has failed
   * says nothing about the age of values that do not tell theirs.
   */
  private static void noteTimes(Collection<SignalEnvelope> signals, Reading reading) {
    Instant recorded = null;
    Instant fetched = null;
    for (SignalEnvelope signal : signals) {
      recorded = newer(recorded, signal.meta().oemUpdatedAt());
      fetched = newer(fetched, signal.meta().retrievedAt());
    }
    Instant ofValues = null;
    for (Instant time : reading.times().values()) {
      ofValues = newer(ofValues, time);
    }
    Instant observed = reading.valued() ? ofValues : recorded;
    if (observed != null) {
      reading.observedAt(observed);
    }
    if (fetched != null) {
      reading.fetchedAt(fetched);
    }
  }

  private static @Nullable Instant newer(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
