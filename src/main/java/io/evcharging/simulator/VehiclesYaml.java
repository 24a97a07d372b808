package io.evcharging.simulator;

import java.util.List;

/** Writes a fleet as the vehicles file that a poller reads. */
final class VehiclesYaml {

  private VehiclesYaml() {}

  static String of(List<SimulatedVehicle> fleet) {
    StringBuilder yaml = new StringBuilder("vehicles:\n");
    for (SimulatedVehicle vehicle : fleet) {
      yaml.append("  - id: ").append(vehicle.id()).append('\n');
      yaml.append("    brand: ").append(quoted(vehicle.make())).append('\n');
      yaml.append("    sources: [").append(source(vehicle)).append("]\n");
      String user = vehicle.userId();
      if (user != null) {
        yaml.append("    userId: ").append(quoted(user)).append('\n');
      }
    }
    return yaml.toString();
  }

  private static String source(SimulatedVehicle vehicle) {
    return switch (vehicle.make()) {
      case "TESLA" -> "tesla-charge";
      case "AUDI" -> "audi-charge";
      default -> "charge-signals";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
