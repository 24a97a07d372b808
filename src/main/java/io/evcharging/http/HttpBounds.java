package io.evcharging.http;

import java.time.Duration;

/**
 * What no server may exceed.
 *
 * @param maxBytes the most of one answer
 * @param connectTimeout for a connection, a free one of the pool or a new one
 * @param deadline for the first byte of an answer, and for the last one
 * @param connections the most that are open at the same time
 */
public record HttpBounds(
    long maxBytes, Duration connectTimeout, Duration deadline, int connections) {}
