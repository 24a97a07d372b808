package io.evcharging.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets one command at a time through to a vehicle, and leaves it alone for a while after each. */
final class VehicleGate {

  /** Stands for: as long as it takes. */
  private static final Instant UNDER_WAY = Instant.MAX;

  private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();
  private final Duration interval;
  private final Clock clock;

  VehicleGate(Duration interval, Clock clock) {
    this.interval = interval;
    this.clock = clock;
  }

  /** What an earlier process has left. */
  void restore(Map<String, Instant> notBefore) {
    closedUntil.putAll(notBefore);
  }

  /**
   * Asks to be let through.
   *
   * @return zero when through: {@link #leave} must follow; else how long to wait
   */
  Duration enter(String vehicleId) {
    Instant now = clock.instant();
    Duration[] wait = {Duration.ZERO};
    closedUntil.compute(
        vehicleId,
        (id, until) -> {
          if (until == null || !until.isAfter(now)) {
            return UNDER_WAY;
          }
          wait[0] = until.equals(UNDER_WAY) ? atLeastASecond() : Duration.between(now, until);
          return until;
        });
    return wait[0];
  }

  private Duration atLeastASecond() {
    return interval.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : interval;
  }

  /** When the next command may come, if one begins now. */
  Instant next() {
    return clock.instant().plus(interval);
  }

  /**
   * Lets the next one through.
   *
   * @param notBefore not before then; {@code null} when the vehicle was not called at all
   */
  void leave(String vehicleId, @Nullable Instant notBefore) {
    if (notBefore == null) {
      closedUntil.remove(vehicleId);
    } else {
      closedUntil.put(vehicleId, notBefore);
    }
  }

  /** Forgets the vehicles that are open again. */
  void forgetOld() {
    Instant now = clock.instant();
    closedUntil.values().removeIf(until -> !until.isAfter(now));
  }
}
