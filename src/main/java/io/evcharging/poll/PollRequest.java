package io.evcharging.poll;

/**
 * What travels on the polls channel: ask this source about this vehicle.
 *
 * @param source a source's id
 * @param vehicleId a vehicle of the vehicles file
 */
public record PollRequest(String source, String vehicleId) {}
