package io.evcharging.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A request that the simulator answered.
 *
 * @param at when it came
 * @param method upper case
 * @param path as it came, without the query
 * @param query as it came, decoded
 * @param headers those that matter and came, names in lower case: {@code sc-unit-system}, {@code
 *     sc-user-id}, {@code content-type}, {@code accept}, {@code user-agent}; never a token
 * @param body as it came, read as UTF-8; of a token request, empty
 * @param status of the answer; 0 where the connection was closed instead
 */
public record Call(
    Instant at,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    int status) {}
