package io.evcharging.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.evcharging.upstream.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * A suspension, as the operations door tells it.
 *
 * @param vehicleId or {@code *} for the whole application
 * @param source a source's id; {@code null} for everything about the vehicle
 * @param since ISO 8601
 * @param until ISO 8601; {@code null} when a person must end it
 * @param reason for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Suspended(
    String vehicleId,
    @Nullable String source,
    String since,
    @Nullable String until,
    String reason) {

  /** As it is kept. */
  public static Suspended of(Suspension suspension) {
    return new Suspended(
        suspension.vehicleId(),
        suspension.source(),
        suspension.since().toString(),
        suspension.until() == null ? null : suspension.until().toString(),
        suspension.reason());
  }
}
