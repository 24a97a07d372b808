package io.evcharging.normalise;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.FindingCode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the observations were like: the newest of each source, and how often each finding came. */
public final class ObservationFigures {

  private final Map<FindingCode, LongAdder> findings = new ConcurrentHashMap<>();
  private final Map<String, Instant> newest = new ConcurrentHashMap<>();

  /** Every finding begins at 0. */
  public ObservationFigures() {
    for (FindingCode code : FindingCode.values()) {
      findings.put(code, new LongAdder());
    }
  }

  /**
   * Counts one observation.
   *
   * @param observation its source is one of those that there are
   */
  void count(ChargingObservation observation) {
    Instant observedAt = observation.observedAt();
    newest.merge(
        observation.source().endpoint(),
        observedAt == null ? observation.receivedAt() : observedAt,
        ObservationFigures::later);
    observation.findings().forEach(finding -> adder(finding.code()).increment());
  }

  private LongAdder adder(FindingCode code) {
    return Objects.requireNonNull(findings.get(code));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * How often a finding came since the start.
   *
   * @param code of the finding
   */
  public long findings(FindingCode code) {
    return adder(code).sum();
  }

  /**
   * When the newest observation of a source was made by its vehicle; when it was received, where
   * the vehicle does not say.
   *
   * @param source a source's id
   * @return empty when there was none since the start
   */
  public Optional<Instant> newest(String source) {
    return Optional.ofNullable(newest.get(source));
  }
}
