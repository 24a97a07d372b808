package io.evcharging;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.door.rest.DoorParts;
import java.time.Clock;
import java.util.Map;

/** What the routes of {@code command-rest.camel.yaml} refer to. */
final class DoorBeans {

  private final Binder binder;
  private final EvChargingConfig config;
  private final Clock clock;

  DoorBeans(Binder binder, EvChargingConfig config, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.clock = clock;
  }

  void bind(Vehicles vehicles) throws Exception {
    for (Map.Entry<String, Object> part : DoorParts.of(config.door(), vehicles, clock).entrySet()) {
      binder.bind(part.getKey(), part.getValue());
    }
  }
}
