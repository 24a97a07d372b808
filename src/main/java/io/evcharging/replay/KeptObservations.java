package io.evcharging.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one day, to be found by the answer that they were made of: by vehicle, source
 * and time of receipt, else, where the same reading came again and was not kept again, by when the
 * vehicle had recorded it.
 */
final class KeptObservations {

  /** A sink may have had to wait that long for an observation. */
  private static final Duration EARLIER = Duration.ofDays(1);

  private final Map<String, String> byReceipt = new HashMap<>();
  private final Map<String, String> byReading = new HashMap<>();

  static KeptObservations of(DailyFiles archive, Selection day) throws IOException {
    KeptObservations kept = new KeptObservations();
    Selection wider = new Selection(before(day.from()), day.to(), day.vehicles());
    archive.read(wider, line -> kept.add(ArchivedObservation.read(line), wider));
    return kept;
  }

  private static Instant before(Instant from) {
    return from.isBefore(Instant.EPOCH) ? from : from.minus(EARLIER);
  }

  private boolean add(@Nullable ArchivedObservation kept, Selection wanted) {
    if (kept != null && wanted.takes(kept.receivedAt(), kept.vehicleId())) {
      byReceipt.put(key(kept, kept.receivedAt().toString()), kept.json());
      byReading.put(key(kept, read(kept)), kept.json());
    }
    return kept != null;
  }

  /** What was made of the same answer, or of the same reading. */
  @Nullable ArchivedObservation of(ArchivedObservation mapped) {
    String line = byReceipt.get(key(mapped, mapped.receivedAt().toString()));
    if (line == null) {
      line = byReading.get(key(mapped, read(mapped)));
    }
    return line == null ? null : ArchivedObservation.read(line);
  }

  private static String read(ArchivedObservation kept) {
    return kept.root().path("observedAt").asText();
  }

  private static String key(ArchivedObservation kept, String time) {
    return kept.vehicleId() + "\n" + kept.source() + "\n" + time;
  }

  /** None. */
  static KeptObservations none() {
    return new KeptObservations();
  }

  /** All vehicles of a selection, a part of its time. */
  static Selection part(Selection whole, Instant from, Instant to) {
    return new Selection(from, to, Set.copyOf(whole.vehicles()));
  }
}
