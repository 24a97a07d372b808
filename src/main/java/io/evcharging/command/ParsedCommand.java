package io.evcharging.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a body says.
 *
 * @param vehicleId {@code null} when it does not say, or nothing that can be one
 * @param amps {@code null} when there is no number, or one that nobody could mean
 * @param fault why it is no command, one sentence; {@code null} when it is one
 * @param tooLarge whether that is because of its size
 */
record ParsedCommand(
    @Nullable String vehicleId,
    @Nullable BigDecimal amps,
    @Nullable String fault,
    boolean tooLarge) {}
