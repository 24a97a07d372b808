package io.evcharging.upstream;

import java.time.Instant;

/**
 * A poll to be made now.
 *
 * @param source a source's id
 * @param vehicleId the source API's vehicle id
 * @param next when the next one of the same is expected
 */
public record DuePoll(String source, String vehicleId, Instant next) {}
