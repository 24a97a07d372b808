package io.evcharging.poll;

import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import java.util.Iterator;

/** Says who is due when a source's schedule fires. */
public final class Planner {

  private final Vehicles vehicles;

  /**
   * Plans for the vehicles of a file.
   *
   * @param vehicles read anew when the file changes
   */
  public Planner(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  /**
   * The vehicles that have this source, one request each, made as they are taken.
   *
   * @param source a source's id
   * @return may be empty
   * @throws IllegalArgumentException when no source is named so
   */
  public Iterator<PollRequest> due(String source) {
    ChargeSource due =
        ChargeSource.byId(source)
            .orElseThrow(() -> new IllegalArgumentException("there is no source " + source));
    return vehicles.forSource(due).stream()
        .map(vehicle -> new PollRequest(source, vehicle.vehicle().id()))
        .iterator();
  }
}
