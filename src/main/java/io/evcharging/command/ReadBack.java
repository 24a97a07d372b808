package io.evcharging.command;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.mapping.BrandCapabilities.Amperage;
import io.evcharging.source.ChargeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says when to look at a vehicle again after a command, and where. */
public final class ReadBack {

  /** The last look leaves time for its answer. */
  private static final double LAST = 0.9;

  /**
   * One look.
   *
   * @param source a source's id
   * @param vehicleId a vehicle of the vehicles file
   */
  public record Poll(String source, String vehicleId) {}

  private final Vehicles vehicles;
  private final Predicate<ChargeSource> enabled;
  private final Duration within;
  private final int polls;

  ReadBack(Vehicles vehicles, Predicate<ChargeSource> enabled, Duration within, int polls) {
    this.vehicles = vehicles;
    this.enabled = enabled;
    this.within = within;
    this.polls = polls;
  }

  int polls() {
    return polls;
  }

  /**
   * Whether it is time for the next look: soon at first, for most cars have done it by then, and
   * seldom later.
   *
   * @param spent how many looks there were
   * @param elapsed since the command was answered
   */
  boolean isDue(int spent, Duration elapsed) {
    if (spent >= polls) {
      return false;
    }
    double part = (spent + 1.0) / polls;
    return elapsed.toMillis() >= within.toMillis() * LAST * part * part;
  }

  /** The best of the vehicle's own sources that are switched on; empty when none shows it. */
  Optional<Poll> poll(String vehicleId) {
    return vehicles.byId(vehicleId).flatMap(ReadBack.this::poll);
  }

  private Optional<Poll> poll(PolledVehicle polled) {
    List<ChargeSource> shows =
        BrandCapabilities.amperage(polled.vehicle().brand())
            .map(Amperage::readBack)
            .orElse(List.of());
    return shows.stream()
        .filter(polled.sources()::contains)
        .filter(enabled)
        .findFirst()
        .map(source -> new Poll(source.id(), polled.vehicle().id()));
  }
}
