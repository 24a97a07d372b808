package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.source.smartcar.SmartcarError;

/** What a refusal of Smartcar means for a command: total over status and type. */
final class SmartcarOutcome {

  private SmartcarOutcome() {}

  /**
   * Never {@code ACCEPTED} or {@code CLAMPED}: that takes evidence, which a refusal has not.
   *
   * @param error of any status
   */
  static CommandOutcome of(SmartcarError error) {
    int status = error.status();
    if (status == 409) {
      return CommandOutcome.VEHICLE_STATE;
    } else if (status == 429) {
      return CommandOutcome.RATE_LIMITED;
    } else if (status == 501) {
      return CommandOutcome.REJECTED; // COMPATIBILITY: this car has no such command
    } else if (status == 408 || status >= 500 || status < 300) {
      return CommandOutcome.UNKNOWN;
    }
    return CommandOutcome.REJECTED;
  }
}
