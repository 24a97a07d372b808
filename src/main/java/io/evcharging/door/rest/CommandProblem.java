package io.evcharging.door.rest;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.Confirmation;
import io.evcharging.canonical.OemAnswer;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a problem holds, for the description of the door: the fields of RFC 9457, and, where there
 * is a result, its fields.
 */
public record CommandProblem(
    String type,
    String title,
    int status,
    String detail,
    CommandOutcome outcome,
    String commandId,
    String vehicleId,
    String brand,
    BigDecimal requestedAmps,
    BigDecimal acceptedAmps,
    String requestedBy,
    Instant receivedAt,
    Instant completedAt,
    OemAnswer oem,
    Confirmation confirmation) {}
