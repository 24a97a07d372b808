package io.evcharging.canonical;

/**
 * What the OEM's API said to a command.
 *
 * @param status HTTP status, {@code null} where it was not asked over HTTP
 * @param requestId its id of the request, may be {@code null}
 * @param message its own words, may be {@code null}
 */
public record OemAnswer(Integer status, String requestId, String message) {}
