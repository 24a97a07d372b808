package io.evcharging.mapping;

import io.evcharging.source.signals.SignalEnvelope;
import io.evcharging.source.signals.SignalEnvelopes;
import io.evcharging.source.signals.SignalStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
    for (SignalEnvelope signal : answer.signals().values()) {
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

  /** The newest of those that have a value; where none has one, the newest of all. */
  private static void noteTimes(Collection<SignalEnvelope> signals, Reading reading) {
    Instant newestValue = newest(reading.times().values().stream());
    Instant observed =
        newestValue == null ? newest(signals, signal -> signal.meta().oemUpdatedAt()) : newestValue;
    if (observed != null) {
      reading.observedAt(observed);
    }
    Instant fetched = newest(signals, signal -> signal.meta().retrievedAt());
    if (fetched != null) {
      reading.fetchedAt(fetched);
    }
  }

  private static @Nullable Instant newest(
      Collection<SignalEnvelope> signals, Function<SignalEnvelope, @Nullable Instant> time) {
    return newest(signals.stream().map(time).filter(Objects::nonNull));
  }

  private static @Nullable Instant newest(Stream<Instant> times) {
    return times.max(Instant::compareTo).orElse(null);
  }
}
