package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a configuration may say, and hardly anybody means. */
final class CheckWarnings {

  private CheckWarnings() {}

  static List<String> of(EvChargingConfig config, List<PolledVehicle> vehicles, CallPlan plan) {
    List<String> warnings = new ArrayList<>();
    if (vehicles.isEmpty()) {
      warnings.add("No vehicle is listed: nothing will be polled.");
    }
    if (config.deliver().sinks().isEmpty()) {
      warnings.add("No sink is listed: what is observed goes nowhere.");
    }
    GrantConfig v2 = config.smartcar().auth().v2();
    if (v2.isOpenToOthers()) {
      warnings.add(
          "The refresh tokens in %s can be read by others than the file's owner: chmod 600 it."
              .formatted(v2.refreshTokensFile()));
    }
    List<String> lacking = config.cluster().lacking(config.channels());
    if (!lacking.isEmpty()) {
      warnings.add(
          "evcharging.polls does not say %s: polls that a node has taken when it is stopped, cut off or killed may be lost until their next tick."
              .formatted(String.join("&", lacking)));
    }
    sources(config.poll(), plan, warnings);
    vehicles(vehicles, plan, config.budget(), warnings);
    long most = config.budget().pollsPerDay();
    if (plan.callsADay() > most) {
      warnings.add(
          "%d calls a day are more than the %d that evcharging.budget.application.* leaves to polls: the rest waits."
              .formatted(plan.callsADay(), most));
    }
    return warnings;
  }

  /** No fault: a list is made shorter for a while, and replay sends to one that is not listed. */
  static List<String> ofNames(Set<String> names, DeliverConfig deliver) {
    return names.stream()
        .flatMap(name -> Keys.sinkOf(name).stream())
        .filter(sink -> !deliver.hasSink(sink))
        .distinct()
        .sorted()
        .map(
            sink ->
                "There are keys evcharging.deliver.%s.*, but evcharging.deliver.sinks does not list %s: it gets nothing%s"
                    .formatted(sink, sink, meant(sink, deliver)))
        .toList();
  }

  private static String meant(String sink, DeliverConfig deliver) {
    List<String> listed = deliver.sinks().stream().map(SinkConfig::name).toList();
    return Nearest.to(sink, listed).map(near -> ", did you mean " + near + "?").orElse(".");
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

  private static void vehicles(
      List<PolledVehicle> vehicles, CallPlan plan, BudgetConfig budget, List<String> warnings) {
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
        "due more than %d times in 30 days, which is what evcharging.budget.vehicle.per-month leaves to polls"
            .formatted(budget.pollsPerMonth()),
        vehicles,
        vehicle -> plan.callsInAMonth(vehicle) > budget.pollsPerMonth(),
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
