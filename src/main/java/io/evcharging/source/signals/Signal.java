package io.evcharging.source.signals;

import io.evcharging.source.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal of which it is known what its body is.
 *
 * @param observedAt when the vehicle recorded it, {@code null} when nobody knows
 * @param wire the body, which counts only when the status is a success: an old one may still be
 *     there when it is not
 */
public record Signal<B>(
    String code, @Nullable SignalStatus status, @Nullable Instant observedAt, Wire<B> wire) {

  /** Whether the body counts. */
  public boolean isSuccess() {
    return SignalStatus.isSuccess(status);
  }

  /** The body, {@code null} when there is none that can be read. */
  public @Nullable B body() {
    return wire.value();
  }
}
