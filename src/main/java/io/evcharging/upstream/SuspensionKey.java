package io.evcharging.upstream;

import java.util.Objects;

/** What a suspension is about; the source is empty for everything about the vehicle. */
record SuspensionKey(String vehicleId, String source) {

  static final SuspensionKey APPLICATION = new SuspensionKey(Suspension.APPLICATION, "");

  static final SuspensionKey CONNECTIONS =
      new SuspensionKey(Suspension.APPLICATION, Suspension.CONNECTIONS);

  static SuspensionKey of(Suspension suspension) {
    return new SuspensionKey(
        suspension.vehicleId(), Objects.requireNonNullElse(suspension.source(), ""));
  }
}
