package io.evcharging.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one answer of a source says about the charging of one vehicle, in the canonical model,
 * version 1 ({@code docs/canonical-model.md}). Units are in the names. Everything but the head may
 * be {@code null}: absent is absent, and a group without any field is {@code null} as a whole.
 *
 * @param id name-based over vehicle, endpoint, time and content: the same reading has the same id
 * @param vehicle the vehicle, never {@code null}
 * @param source where it was read, never {@code null}
 * @param observedAt when the vehicle recorded it
 * @param fetchedAt when the source API fetched it from the vehicle
 * @param receivedAt when this module received it, never {@code null}
 * @param timers charge timers, empty when there are none
 * @param sessions past charging sessions, empty when there are none
 * @param observedAtByField path to instant, only where it differs from {@code observedAt}
 * @param findings what was doubted, derived or left out
 * @param unmapped source fields that no rule names, as they came
 */
public record ChargingObservation(
    UUID id,
    Vehicle vehicle,
    Source source,
    Instant observedAt,
    Instant fetchedAt,
    Instant receivedAt,
    Status status,
    Electrical electrical,
    Progress progress,
    Limits limits,
    Port port,
    FastCharger fastCharger,
    List<Timer> timers,
    List<Session> sessions,
    Map<String, Instant> observedAtByField,
    List<Finding> findings,
    Map<String, Object> unmapped) {

  /** The name and version of this contract, the {@code type} of every observation. */
  public static final String TYPE = "io.evcharging.observation.v1";

  /** A group without any field is {@code null} as a whole; a list is never {@code null}. */
  public ChargingObservation {
    status = Status.NONE.equals(status) ? null : status;
    electrical = Electrical.NONE.equals(electrical) ? null : electrical;
    progress = Progress.NONE.equals(progress) ? null : progress;
    limits = Limits.NONE.equals(limits) ? null : limits;
    port = Port.NONE.equals(port) ? null : port;
    fastCharger = FastCharger.NONE.equals(fastCharger) ? null : fastCharger;
    timers = timers == null ? List.of() : timers;
    sessions = sessions == null ? List.of() : sessions;
    observedAtByField = observedAtByField == null ? Map.of() : observedAtByField;
    findings = findings == null ? List.of() : findings;
    unmapped = unmapped == null ? Map.of() : unmapped;
  }

  /**
   * The same under an id.
   *
   * @param newId replaces the one that is there
   */
  public ChargingObservation withId(UUID newId) {
    return new ChargingObservation(
        newId,
        vehicle,
        source,
        observedAt,
        fetchedAt,
        receivedAt,
        status,
        electrical,
        progress,
        limits,
        port,
        fastCharger,
        timers,
        sessions,
        observedAtByField,
        findings,
        unmapped);
  }
}
