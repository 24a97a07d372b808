package io.evcharging.poll;

import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Suspensions;
import java.util.Iterator;

/** Says who is due when a source's schedule fires. */
public final class Planner {

  private final Vehicles vehicles;
  private final Suspensions suspensions;
  private final PollOutcomes outcomes;

  /**
   * Plans for the vehicles of a file.
   *
   * @param vehicles read anew when the file changes
   * @param suspensions who is to be left alone
   * @param outcomes told of each poll that is due
   */
  public Planner(Vehicles vehicles, Suspensions suspensions, PollOutcomes outcomes) {
    this.vehicles = vehicles;
    this.suspensions = suspensions;
    this.outcomes = outcomes;
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
    suspensions.review();
    return vehicles.forSource(due).stream()
        .filter(vehicle -> suspensions.of(vehicle, due).isEmpty())
        .peek(vehicle -> outcomes.planned(source))
        .map(vehicle -> new PollRequest(source, vehicle.vehicle().id(), null))
        .iterator();
  }
}
