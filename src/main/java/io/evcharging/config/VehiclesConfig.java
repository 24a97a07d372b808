package io.evcharging.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the vehicles are listed.
 *
 * @param file the list; where they are discovered, what was discovered last
 * @param discovered whether the list is that of the application's connections
 * @param settings a file that knows more about some of them, {@code null} for none
 * @param refresh how often the connections are read again
 * @param simulated whether simulated vehicles are taken too
 */
public record VehiclesConfig(
    Path file, boolean discovered, @Nullable Path settings, Duration refresh, boolean simulated) {

  static final String KEY = "evcharging.vehicles";
  static final String CONNECTIONS = "connections";

  /** A file that a person writes. */
  static VehiclesConfig of(Path file) {
    return new VehiclesConfig(file, false, null, Duration.ofHours(6), false);
  }

  static VehiclesConfig read(Values values, Path dataDirectory) {
    String prefix = "evcharging.connections.";
    boolean discovered = CONNECTIONS.equals(values.optional(KEY));
    String settings = prefix + "settings-file";
    Path file = values.optional(settings) == null ? null : values.path(settings);
    if (file != null && !discovered) {
      values.fault(settings, "only with " + KEY + "=" + CONNECTIONS);
    }
    return new VehiclesConfig(
        discovered ? dataDirectory.resolve("connections.yaml") : values.path(KEY),
        discovered,
        file,
        values.duration(prefix + "refresh", Duration.ofMinutes(1), Duration.ofDays(7)),
        values.flag(prefix + "simulated"));
  }

  /**
   * Reads the list, and lets the settings win.
   *
   * @return in the order of the list; none where nothing has been discovered yet
   * @throws ConfigurationException with all faults of one of the files
   */
  List<PolledVehicle> vehicles() {
    if (!discovered) {
      return VehiclesFile.read(file);
    }
    Map<String, PolledVehicle> known = new LinkedHashMap<>();
    if (Files.exists(file)) {
      VehiclesFile.read(file).forEach(polled -> known.put(polled.vehicle().id(), polled));
    }
    if (settings != null) {
      VehiclesFile.read(settings)
          .forEach(
              set -> known.computeIfPresent(set.vehicle().id(), (id, found) -> over(found, set)));
    }
    return List.copyOf(known.values());
  }

  private static PolledVehicle over(PolledVehicle found, PolledVehicle set) {
    String userId = set.userId() == null ? found.userId() : set.userId();
    return new PolledVehicle(set.vehicle(), set.sources(), userId);
  }
}
