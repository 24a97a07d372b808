package io.evcharging.upstream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left alone, and why.
 *
 * @param vehicleId the source API's vehicle id, or {@value #APPLICATION} for everything
 * @param source a source's id; {@code null} for everything about the vehicle
 * @param since when it began
 * @param until when it ends by itself; {@code null} when a person must end it
 * @param reason for people, e.g. {@code HTTP 403 PERMISSION}; no secret, no place
 */
public record Suspension(
    String vehicleId,
    @Nullable String source,
    Instant since,
    @Nullable Instant until,
    String reason) {

  /** Stands in {@link #vehicleId()} for all vehicles. */
  public static final String APPLICATION = "*";

  /** Stands in {@link #source()}, beside {@link #APPLICATION}, for the list of connections. */
  public static final String CONNECTIONS = "connections";

  /**
   * Whether it is one of those that are meant.
   *
   * @param vehicle its id, or {@value #APPLICATION}
   * @param only a source's id; {@code null} for whatever is suspended of the vehicle
   */
  public boolean isOf(String vehicle, @Nullable String only) {
    return vehicleId.equals(vehicle) && (only == null || only.equals(source));
  }

  boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /** Whether it lasts at least as long as another: what is promised is never shortened. */
  boolean outlasts(Suspension other) {
    return until == null || (other.until != null && !until.isBefore(other.until));
  }

  /** As log lines name it. */
  @Override
  public String toString() {
    return "vehicleId="
        + vehicleId
        + " source="
        + (source == null ? "all" : source)
        + " reason=\""
        + reason
        + "\", until "
        + (until == null ? "resumed" : until);
  }
}
