package io.evcharging.canonical;

/**
 * What the OEM's API said to a command.
 *
 * @param status HTTP status, {@code null} when no answer came
 * @param requestId its id of the request, may be {@code null}
 * @param message its own words, may be {@code null}
 */
public record OemAnswer(Integer status, String requestId, String message) {}
