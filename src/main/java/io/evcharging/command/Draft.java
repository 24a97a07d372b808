package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.canonical.OemAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command while it is worked on: what is known of its result so far. */
final class Draft {

  private final CommandRequest request;
  private final ParsedCommand parsed;
  private final Instant receivedAt;
  private final String commandId = UUID.randomUUID().toString();
  private @Nullable String brand;
  private @Nullable Actuator actuator;

  Draft(CommandRequest request, ParsedCommand parsed, Instant receivedAt) {
    this.request = request;
    this.parsed = parsed;
    this.receivedAt = receivedAt;
  }

  String commandId() {
    return commandId;
  }

  CommandRequest request() {
    return request;
  }

  ParsedCommand parsed() {
    return parsed;
  }

  String door() {
    return request.door();
  }

  /** Of a command that is no fault. */
  String vehicleId() {
    return Objects.requireNonNull(parsed.vehicleId());
  }

  /** Of a command that is no fault. */
  BigDecimal amps() {
    return Objects.requireNonNull(parsed.amps());
  }

  /** Of a command that has passed all checks. */
  Actuator actuator() {
    return Objects.requireNonNull(actuator);
  }

  void isOf(String knownBrand) {
    this.brand = knownBrand;
  }

  void goesTo(Actuator chosen) {
    this.actuator = chosen;
  }

  CommandResult refused(Refusal refusal, Instant at) {
    return result(null, refusal.outcome(), refusal.detail(), at, null, null);
  }

  CommandResult asked() {
    return result(
        null,
        CommandOutcome.UNKNOWN,
        "It is being sent: it may or may not have happened.",
        null,
        null,
        null);
  }

  CommandResult answered(Actuated actuated, Instant at) {
    return result(
        actuated.acceptedAmps(),
        actuated.outcome(),
        actuated.detail(),
        at,
        actuated.oem(),
        actuated.acceptedAmps() == null ? null : Confirmation.PENDING);
  }

  private CommandResult result(
      @Nullable BigDecimal acceptedAmps,
      CommandOutcome outcome,
      String detail,
      @Nullable Instant completedAt,
      @Nullable OemAnswer oem,
      @Nullable Confirmation confirmation) {
    return new CommandResult(
        commandId,
        parsed.vehicleId(),
        brand,
        parsed.amps(),
        acceptedAmps,
        outcome,
        detail,
        request.requestedBy(),
        receivedAt,
        completedAt,
        oem,
        confirmation);
  }
}
