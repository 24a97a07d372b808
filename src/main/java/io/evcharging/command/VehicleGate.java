package io.evcharging.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The gate of one process. */
final class VehicleGate implements Gate {

  /** Stands for: as long as it takes. */
  private static final Instant UNDER_WAY = Instant.MAX;

  private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();
  private final Duration interval;
  private final Clock clock;

  VehicleGate(Duration interval, Clock clock) {
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public void restore(Map<String, Instant> notBefore) {
    closedUntil.putAll(notBefore);
  }

  @Override
  public Duration enter(String vehicleId) {
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

  @Override
  public Instant next() {
    return clock.instant().plus(interval);
  }

  @Override
  public void leave(String vehicleId, @Nullable Instant notBefore) {
    if (notBefore == null) {
      closedUntil.remove(vehicleId);
    } else {
      closedUntil.put(vehicleId, notBefore);
    }
  }

  @Override
  public void forgetOld() {
    Instant now = clock.instant();
    closedUntil.values().removeIf(until -> !until.isAfter(now));
  }
}
