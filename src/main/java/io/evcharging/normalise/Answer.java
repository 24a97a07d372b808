package io.evcharging.normalise;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.time.Instant;
import java.util.List;

/**
 * A source's successful answer, not yet read.
 *
 * @param vehicle the vehicle that was asked about
 * @param source what was asked
 * @param headers of the response, of the last one where there were several pages
 * @param receivedAt when the answer was here
 * @param pages the bodies, as they came: one, or one for each page of a list
 */
public record Answer(
    Vehicle vehicle,
    ChargeSource source,
    SmartcarHeaders headers,
    Instant receivedAt,
    List<byte[]> pages) {}
