package io.evcharging.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Smartcar's answer to a command.
 *
 * @param status HTTP status
 * @param requestId {@code SC-Request-Id}, {@code null} where it is absent
 * @param retryAfter {@code Retry-After}, {@code null} where it is absent or no time
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SmartcarReply(
    int status, @Nullable String requestId, @Nullable Duration retryAfter, byte[] body) {}
