package io.evcharging.source.smartcar;

import org.jspecify.annotations.Nullable;

/**
 * The response headers that carry meaning, as they came. Any may be absent.
 *
 * @param dataAge {@code SC-Data-Age}: when the vehicle recorded the data, a timestamp in spite of
 *     its name
 * @param fetchedAt {@code SC-Fetched-At}: when the source API fetched it, a timestamp
 * @param unitSystem {@code SC-Unit-System}: {@code metric} or {@code imperial}
 * @param requestId {@code SC-Request-Id}
 */
public record SmartcarHeaders(
    @Nullable String dataAge,
    @Nullable String fetchedAt,
    @Nullable String unitSystem,
    @Nullable String requestId) {

  /** No header at all. */
  public static final SmartcarHeaders NONE = new SmartcarHeaders(null, null, null, null);
}
