package io.evcharging.operate;

import io.evcharging.config.Vehicles;

/** Whether the vehicles file can be read as it is now. */
public final class VehiclesCondition implements Condition {

  private final Vehicles vehicles;

  /**
   * Watches a file.
   *
   * @param vehicles those that are polled
   */
  public VehiclesCondition(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  @Override
  public String name() {
    return "vehicles";
  }

  @Override
  public Reading read() {
    int listed = vehicles.all().size();
    int faults = vehicles.faults();
    Reading reading =
        faults == 0
            ? Reading.well(listed + " are listed")
            : Reading.ill(
                ("the vehicles file was changed and has %d faults, which the log and evcharging"
                        + " check name; the last good list stays")
                    .formatted(faults));
    return reading.with("vehicles", listed);
  }
}
