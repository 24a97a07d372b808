package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came in through a door.
 *
 * @param body the JSON, UTF-8; longer than {@value #MAX_BYTES} bytes is too large
 * @param vehicleId from elsewhere than the body, {@code null} when the body says it
 * @param requestedBy the caller's name
 * @param door {@code rest}, {@code jms} or {@code embedded}
 * @param idempotencyKey {@code null} when the caller gave none
 * @param refusal how the door has decided already, {@code null} when it has not
 * @param refusalDetail one sentence for a person, {@code null} for a general one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CommandRequest(
    byte[] body,
    @Nullable String vehicleId,
    String requestedBy,
    String door,
    @Nullable String idempotencyKey,
    @Nullable CommandOutcome refusal,
    @Nullable String refusalDetail) {

  /** The largest body that is looked at. */
  public static final int MAX_BYTES = 8192;

  /** Without the body and the key. */
  @Override
  public String toString() {
    return "CommandRequest[door=" + door + ", requestedBy=" + requestedBy + "]";
  }
}
