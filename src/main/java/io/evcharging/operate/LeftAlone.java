package io.evcharging.operate;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Since when none of a source's vehicles is asked. It only looks: what is over ends elsewhere.
 *
 * @param source that is polled
 * @param vehicles read anew when the file changes
 * @param suspensions who is left alone
 */
public record LeftAlone(ChargeSource source, Vehicles vehicles, Suspensions suspensions)
    implements Supplier<Optional<Instant>> {

  /** Empty while one of them may be asked. */
  @Override
  public Optional<Instant> get() {
    Map<String, Instant> begun = new HashMap<>();
    for (Suspension each : suspensions.list()) {
      if (each.source() == null || each.source().equals(source.id())) {
        begun.merge(each.vehicleId(), each.since(), LeftAlone::earlier);
      }
    }
    Instant ofAll = begun.get(Suspension.APPLICATION);
    return ofAll == null ? sinceTheLastOfThem(begun) : Optional.of(ofAll);
  }

  private Optional<Instant> sinceTheLastOfThem(Map<String, Instant> begun) {
    Instant since = Instant.MIN;
    for (PolledVehicle vehicle : vehicles.forSource(source)) {
      Instant own = begun.get(vehicle.vehicle().id());
      if (own == null) {
        return Optional.empty();
      }
      since = own.isAfter(since) ? own : since;
    }
    return Optional.of(since);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
