package io.evcharging.simulator;

import java.util.Locale;
import java.util.Set;

/** Which make has which endpoint, and how a car refuses. */
final class Makes {

  private static final Set<String> WITH_CHARGE = Set.of("tesla", "audi");

  private Makes() {}

  static void requireLowerCase(String path) {
    if (!path.equals(path.toLowerCase(Locale.ROOT))) {
      throw new ApiException(
          403, "PERMISSION", null, "The make in a path is lower case: " + path + " is not.");
    }
  }

  static void requireMake(SimulatedVehicle vehicle, String make) {
    if (!WITH_CHARGE.contains(make) || !vehicle.makeInPath().equals(make)) {
      throw ApiException.notCapable(
          "A vehicle of the make " + vehicle.make() + " does not serve " + make + "/charge.");
    }
  }

  static ApiException asleep() {
    return state("ASLEEP", "The vehicle is asleep.");
  }

  static ApiException state(String code, String description) {
    return new ApiException(409, "VEHICLE_STATE", code, description);
  }
}
