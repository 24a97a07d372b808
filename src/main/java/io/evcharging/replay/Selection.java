package io.evcharging.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Which of what has been kept.
 *
 * @param from received then or later
 * @param to received earlier than that
 * @param vehicles their ids; empty for all
 */
public record Selection(Instant from, Instant to, Set<String> vehicles) {

  /** Keeps a copy. */
  public Selection {
    vehicles = Set.copyOf(vehicles);
  }

  /** Whether this one is meant. */
  public boolean takes(Instant receivedAt, String vehicleId) {
    return !receivedAt.isBefore(from)
        && receivedAt.isBefore(to)
        && (vehicles.isEmpty() || vehicles.contains(vehicleId));
  }

  /**
   * Whether a file of that day may hold some: what was received on a day is written on that day, or
   * later.
   */
  boolean mayBeIn(LocalDate day) {
    return !day.isBefore(LocalDate.ofInstant(from, ZoneOffset.UTC));
  }
}
