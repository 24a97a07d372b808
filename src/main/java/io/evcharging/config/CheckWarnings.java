package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a configuration may say, and hardly anybody means. */
final class CheckWarnings {

  /** Of Smartcar's free plan. */
  private static final int CALLS_PER_VEHICLE_AND_MONTH = 500;

  /** Smartcar's bucket of 120 requests is refilled by 2 a minute. */
  private static final int CALLS_A_DAY = 2 * 60 * 24;

  private CheckWarnings() {}

  static List<String> of(EvChargingConfig config, List<PolledVehicle> vehicles, CallPlan plan) {
    List<String> warnings = new ArrayList<>();
    if (vehicles.isEmpty()) {
      warnings.add("No vehicle is listed: nothing will be polled.");
    }
    if (config.deliver().sinks().isEmpty()) {
      warnings.add("No sink is listed: what is observed goes nowhere.");
    }
    sources(config.poll(), plan, warnings);
    vehicles(vehicles, plan, warnings);
    if (plan.callsADay() > CALLS_A_DAY) {
      warnings.add(
          "%d calls a day are more than the %d that Smartcar allows an application (2 a minute)."
              .formatted(plan.callsADay(), CALLS_A_DAY));
    }
    return warnings;
  }

  private static void sources(PollConfig poll, CallPlan plan, List<String> warnings) {
    poll.sources()
        .forEach(
            (source, config) -> {
              if (config.enabled() && plan.pollsADay(source) == 0) {
                warnings.add(source.id() + " is on, but its schedule does not fire within a day.");
              }
            });
  }

  private static void vehicles(List<PolledVehicle> vehicles, CallPlan plan, List<String> warnings) {
    warn(
        "not polled: their sources are off or none",
        vehicles,
        vehicle -> plan.callsADay(vehicle) == 0,
        warnings);
    warn(
        "polled for signals without a userId, which Smartcar's v3 API asks for",
        vehicles,
        vehicle -> vehicle.userId() == null && hasSignals(vehicle, plan),
        warnings);
    warn(
        "asked more than %d times in 30 days, where Smartcar's free plan ends"
            .formatted(CALLS_PER_VEHICLE_AND_MONTH),
        vehicles,
        vehicle -> plan.callsInAMonth(vehicle) > CALLS_PER_VEHICLE_AND_MONTH,
        warnings);
  }

  private static boolean hasSignals(PolledVehicle vehicle, CallPlan plan) {
    return vehicle.sources().stream()
        .anyMatch(source -> source.kind() != ChargeSource.Kind.BRAND && plan.pollsADay(source) > 0);
  }

  private static void warn(
      String what,
      List<PolledVehicle> vehicles,
      Predicate<PolledVehicle> concerned,
      List<String> warnings) {
    List<String> ids =
        vehicles.stream().filter(concerned).map(polled -> polled.vehicle().id()).toList();
    if (!ids.isEmpty()) {
      String some = String.join(", ", ids.subList(0, Math.min(3, ids.size())));
      warnings.add(
          "Vehicles %s: %d (%s%s).".formatted(what, ids.size(), some, ids.size() > 3 ? ", …" : ""));
    }
  }
}
