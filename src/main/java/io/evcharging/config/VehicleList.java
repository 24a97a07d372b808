package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One state of the file, arranged for the questions that are asked of it. */
final class VehicleList {

  private final List<PolledVehicle> all;
  private final Map<String, PolledVehicle> byId;
  private final Map<ChargeSource, List<PolledVehicle>> bySource = new EnumMap<>(ChargeSource.class);

  VehicleList(List<PolledVehicle> vehicles) {
    all = List.copyOf(vehicles);
    byId =
        all.stream()
            .collect(
                Collectors.toUnmodifiableMap(polled -> polled.vehicle().id(), Function.identity()));
    Arrays.stream(ChargeSource.values()).forEach(source -> bySource.put(source, having(source)));
  }

  private List<PolledVehicle> having(ChargeSource source) {
    return all.stream().filter(polled -> polled.sources().contains(source)).toList();
  }

  List<PolledVehicle> all() {
    return all;
  }

  Optional<PolledVehicle> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<PolledVehicle> forSource(ChargeSource source) {
    return bySource.getOrDefault(source, List.of());
  }
}
