package io.evcharging.upstream;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Progress;
import io.evcharging.canonical.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one answer says about when to ask again.
 *
 * @param mood never {@link Mood#ASLEEP}: that is what no answer says
 * @param completesAt when charging will be over; {@code null} when it does not say
 */
public record Sighting(Mood mood, @Nullable Instant completesAt) {

  /** An answer without an observation, or one that does not say. */
  public static final Sighting NOTHING = new Sighting(Mood.UNKNOWN, null);

  /**
   * Reads an observation.
   *
   * @param observation of one signal only, or of all there is
   */
  public static Sighting of(ChargingObservation observation) {
    Status status = observation.status();
    if (status == null) {
      return NOTHING;
    }
    if (Boolean.TRUE.equals(status.charging())) {
      Progress progress = observation.progress();
      return new Sighting(Mood.CHARGING, progress == null ? null : progress.completesAt());
    }
    if (Boolean.TRUE.equals(status.pluggedIn())) {
      return new Sighting(Mood.PLUGGED_IN, null);
    }
    boolean known = status.charging() != null || status.pluggedIn() != null;
    return known ? new Sighting(Mood.IDLE, null) : NOTHING;
  }
}
