package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.Vehicle;
import io.evcharging.command.CommandReply.Reason;
import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.mapping.BrandCapabilities.Amperage;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Says whether a command may be sent, by whom, or why not. */
final class CommandCheck {

  private final Vehicles vehicles;
  private final Map<String, Actuator> actuators;
  private final BooleanSupplier enabled;

  /**
   * Checks against what is there.
   *
   * @param vehicles read anew when the file changes
   * @param actuators by the name that a capability gives
   * @param enabled the kill switch
   */
  CommandCheck(Vehicles vehicles, Map<String, Actuator> actuators, BooleanSupplier enabled) {
    this.vehicles = vehicles;
    this.actuators = actuators;
    this.enabled = enabled;
  }

  /** {@code null} when it may be sent: the draft knows by which actuator. */
  @Nullable Refusal check(Draft draft) {
    String vehicleId = draft.parsed().vehicleId();
    Optional<Vehicle> vehicle =
        Optional.ofNullable(vehicleId).flatMap(vehicles::byId).map(PolledVehicle::vehicle);
    vehicle.map(Vehicle::brand).ifPresent(draft::isOf);
    String fault = draft.parsed().fault();
    if (draft.request().refusal() != null) {
      return ofDoor(draft.request());
    } else if (!enabled.getAsBoolean()) {
      return Refusal.SWITCHED_OFF;
    } else if (fault != null) {
      Reason reason = draft.parsed().tooLarge() ? Reason.TOO_LARGE : Reason.OUTCOME;
      return new Refusal(CommandOutcome.INVALID, fault, reason, null);
    } else if (vehicle.isEmpty()) {
      return Refusal.of(
          CommandOutcome.UNKNOWN_VEHICLE, "The vehicle is not among the configured ones.");
    }
    return capability(draft, vehicle.get().brand());
  }

  private @Nullable Refusal capability(Draft draft, String brand) {
    Optional<Amperage> capability = BrandCapabilities.amperage(brand);
    Actuator actuator = capability.map(Amperage::actuator).map(actuators::get).orElse(null);
    if (capability.isEmpty() || actuator == null) {
      return Refusal.of(
          CommandOutcome.UNSUPPORTED_BY_BRAND, "The brand has no command for the current.");
    } else if (!capability.get().canSet(draft.amps())) {
      return Refusal.of(CommandOutcome.INVALID, decimals(capability.get().decimals()));
    }
    draft.goesTo(actuator);
    return null;
  }

  private static String decimals(int decimals) {
    return decimals == 0
        ? "The brand takes whole amps only."
        : "The brand takes amps with at most " + decimals + " decimals.";
  }

  /** What the door has decided. */
  static Refusal ofDoor(CommandRequest request) {
    CommandOutcome outcome = Objects.requireNonNull(request.refusal());
    String detail = request.refusalDetail();
    return Refusal.of(outcome, detail == null ? "The door has refused it." : detail);
  }
}
