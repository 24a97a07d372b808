package io.evcharging.standalone;

import io.evcharging.upstream.Budget;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What is left of the calls to the source API. */
final class BudgetMeters {

  private final MeterRegistry meters;
  private final Budget budget;

  BudgetMeters(MeterRegistry meters, Budget budget) {
    this.meters = meters;
    this.budget = budget;
  }

  void register() {
    Gauge.builder("evcharging.budget.available", budget, all -> all.standing().available())
        .description("Calls that the application may make now")
        .register(meters);
    Gauge.builder("evcharging.budget.capacity", budget, all -> all.standing().capacity())
        .description("The most calls that the application may make at once")
        .register(meters);
    registerVehicles("pace", all -> all.standing().vehiclesAheadOfPace());
    registerVehicles("70-percent", all -> all.standing().vehiclesBeyond70());
    registerVehicles("90-percent", all -> all.standing().vehiclesBeyond90());
    registerVehicles("all", all -> all.standing().vehiclesSpent());
  }

  private void registerVehicles(String spent, ToDoubleFunction<Budget> count) {
    Gauge.builder("evcharging.budget.vehicles", budget, count)
        .description("Vehicles that have spent so much of their calls of this month")
        .tag("spent", spent)
        .register(meters);
  }
}
