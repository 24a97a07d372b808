package io.evcharging.source.signals;

import io.evcharging.source.WireBody;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal of which it is not known yet what its body is.
 *
 * @param code e.g. {@code charge-voltage}; any other code too
 * @param timeFaults {@code oemUpdatedAt}, {@code retrievedAt} that are no times, as they came
 */
public record SignalEnvelope(
    String code,
    @Nullable SignalStatus status,
    SignalMeta meta,
    Map<String, Object> timeFaults,
    @Nullable WireBody body) {

  /** Whether this one replaces another of the same code: it is newer. */
  boolean supersedes(SignalEnvelope other) {
    Instant mine = meta.oemUpdatedAt();
    Instant theirs = other.meta.oemUpdatedAt();
    return mine != null && (theirs == null || mine.isAfter(theirs));
  }

  /** The same, with times for those that are missing. */
  public SignalEnvelope withDefaultTimes(@Nullable Instant observed, @Nullable Instant fetched) {
    Instant updatedAt = meta.oemUpdatedAt() == null ? observed : meta.oemUpdatedAt();
    Instant retrievedAt = meta.retrievedAt() == null ? fetched : meta.retrievedAt();
    return new SignalEnvelope(
        code, status, new SignalMeta(updatedAt, retrievedAt), timeFaults, body);
  }
}
