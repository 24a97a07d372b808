package io.evcharging.upstream;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of each vehicle, by what is polled. Guarded by its plan. */
final class Knowledge {

  private final Map<ChargeSource, Map<String, Pace>> paces = new EnumMap<>(ChargeSource.class);

  Knowledge(List<Pace> before) {
    for (ChargeSource source : ChargeSource.values()) {
      paces.put(source, new HashMap<>());
    }
    before.forEach(pace -> of(pace.source).put(pace.vehicleId, pace));
  }

  private Map<String, Pace> of(ChargeSource source) {
    Map<String, Pace> all = paces.get(source);
    return all == null ? Map.of() : all;
  }

  Pace pace(ChargeSource source, String vehicleId) {
    return of(source).computeIfAbsent(vehicleId, id -> new Pace(id, source));
  }

  @Nullable Pace find(ChargeSource source, String vehicleId) {
    return of(source).get(vehicleId);
  }

  /** What one source tells about a vehicle is known for all. */
  void tell(String vehicleId, Mood mood) {
    for (Map<String, Pace> all : paces.values()) {
      Pace pace = all.get(vehicleId);
      if (pace != null && pace.mood != mood) {
        pace.mood = mood;
        pace.changed = true;
      }
    }
  }

  void forgetAllBut(ChargeSource source, List<PolledVehicle> listed, Vehicles vehicles) {
    Map<String, Pace> all = of(source);
    if (all.size() > listed.size()) {
      all.keySet().removeIf(id -> vehicles.byId(id).isEmpty());
    }
  }

  /** Those that have changed since they were asked for last. */
  List<Pace> changed() {
    List<Pace> changed =
        paces.values().stream()
            .flatMap(all -> all.values().stream())
            .filter(pace -> pace.changed)
            .toList();
    changed.forEach(pace -> pace.changed = false);
    return changed;
  }
}
