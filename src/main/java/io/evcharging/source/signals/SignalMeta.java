package io.evcharging.source.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal's times, each of its own age.
 *
 * @param oemUpdatedAt when the vehicle recorded it
 * @param retrievedAt when the source API fetched it
 */
public record SignalMeta(@Nullable Instant oemUpdatedAt, @Nullable Instant retrievedAt) {

  static final SignalMeta NONE = new SignalMeta(null, null);
}
