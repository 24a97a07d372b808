package io.evcharging.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the tokens of one account. Holds no secret.
 *
 * @param account whose
 * @param good whether calls can be made
 * @param permanent whether a person must act before there is another token
 * @param reason what is wrong, in one sentence; {@code ok} when nothing is
 * @param expiresAt of the access token, {@code null} when there is none, or no end is known
 */
public record TokenState(
    TokenAccount account,
    boolean good,
    boolean permanent,
    String reason,
    @Nullable Instant expiresAt) {}
