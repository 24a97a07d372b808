package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often each source is polled in a day, counted on the schedules themselves. */
final class CallPlan {

  private final List<PolledVehicle> vehicles;
  private final Map<ChargeSource, Integer> pollsADay = new EnumMap<>(ChargeSource.class);

  CallPlan(PollConfig poll, List<PolledVehicle> vehicles, Instant now) {
    this.vehicles = vehicles;
    poll.sources()
        .forEach(
            (source, config) -> {
              if (config.enabled()) {
                pollsADay.put(
                    source,
                    poll.adaptive()
                        .pollsOnAUsualDay(Ticks.inADay(config.schedule(), poll.timeZone(), now)));
              }
            });
  }

  /** Of a vehicle, on a usual day; 0 for a source that is off. */
  int pollsADay(ChargeSource source) {
    return pollsADay.getOrDefault(source, 0);
  }

  long vehicles(ChargeSource source) {
    return vehicles.stream().filter(polled -> polled.sources().contains(source)).count();
  }

  /** A list of several pages counts once. */
  long callsADay(ChargeSource source) {
    return pollsADay(source) * vehicles(source);
  }

  long callsADay() {
    return pollsADay.keySet().stream().mapToLong(this::callsADay).sum();
  }

  int callsADay(PolledVehicle vehicle) {
    return vehicle.sources().stream().mapToInt(this::pollsADay).sum();
  }

  /** Of 30 days. */
  int callsInAMonth(PolledVehicle vehicle) {
    return 30 * callsADay(vehicle);
  }

  Optional<PolledVehicle> mostAsked() {
    return vehicles.stream().max(Comparator.comparingInt(this::callsADay));
  }
}
