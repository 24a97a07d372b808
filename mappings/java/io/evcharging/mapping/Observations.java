package io.evcharging.mapping;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Electrical;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;

/** Makes an observation of what was said, what follows from it and what was found on the way. */
public final class Observations {

  private final Groups groups = Mappers.getMapper(Groups.class);

  /**
   * Completes an observation, all but its id.
   *
   * @param said what the fields said
   * @param reading everything else; has seen all fields
   */
  public ChargingObservation complete(Said said, Reading reading) {
    Electrical electrical = groups.electrical(said);
    Conclusions.power(electrical, reading);
    return new ChargingObservation(
        null,
        reading.vehicle(),
        reading.source(),
        reading.observedAt(),
        reading.fetchedAt(),
        reading.receivedAt(),
        Conclusions.status(groups.status(said), reading),
        electrical,
        Conclusions.progress(groups.progress(said), reading),
        groups.limits(said),
        groups.port(said),
        groups.fastCharger(said),
        said.timers(),
        said.sessions(),
        differing(reading.times(), reading.observedAt()),
        reading.findings(),
        reading.unmapped());
  }

  private static Map<String, Instant> differing(
      Map<String, Instant> times, @Nullable Instant observedAt) {
    if (times.isEmpty()) {
      return Map.of();
    }
    Map<String, Instant> differing = new LinkedHashMap<>(times);
    differing.values().removeIf(time -> time.equals(observedAt));
    return differing;
  }
}
