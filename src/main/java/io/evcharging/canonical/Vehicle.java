package io.evcharging.canonical;

/**
 * The vehicle that was observed.
 *
 * @param id the source API's vehicle id
 * @param brand the make in upper case, e.g. {@code TESLA}
 */
public record Vehicle(String id, String brand) {}
