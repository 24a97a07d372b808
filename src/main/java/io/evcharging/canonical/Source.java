package io.evcharging.canonical;

/**
 * Where an observation was read.
 *
 * @param endpoint {@code tesla-charge}, {@code audi-charge}, {@code charge-signals} or a signal's
 *     code
 * @param requestId the source API's id of the request, or {@code null}
 */
public record Source(String endpoint, String requestId) {}
