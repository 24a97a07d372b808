package io.evcharging.source.signals;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of the signal ChargeTimers. */
public record ChargeTimers(@Nullable List<@Nullable Value> values) {

  /** A timer that holds somewhere. */
  public record Value(
      @Nullable String type,
      @Nullable Condition condition,
      @Nullable List<@Nullable Schedule> schedules,
      @Nullable List<@Nullable Departure> departureTimers,
      @Nullable Boolean isOEMOptimizationEnabled,
      @Nullable String scheduleId,
      @Nullable String scheduleType) {}

  /** When charging may happen, in a local time. */
  public record Schedule(
      @Nullable List<@Nullable String> days, @Nullable LocalTime start, @Nullable LocalTime end) {}

  /** When the vehicle should be ready, in a local time. */
  public record Departure(@Nullable List<@Nullable String> days, @Nullable LocalTime time) {}
}
