package io.evcharging.door;

import io.evcharging.command.Confirmations;
import io.evcharging.poll.PollListener;
import io.evcharging.poll.PollOutcome;
import io.evcharging.source.smartcar.SmartcarError;
import java.util.Set;

/** Hears which vehicles sleep, so that no command has them asked again. */
public final class SleepingVehicles implements PollListener {

  private static final int VEHICLE_STATE = 409;
  private static final Set<String> SLEEP = Set.of("ASLEEP", "UNREACHABLE");

  private final Confirmations confirmations;

  /**
   * Passes on what it hears.
   *
   * @param confirmations cheap when nothing waits
   */
  public SleepingVehicles(Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  @Override
  public void refused(String vehicleId, SmartcarError error) {
    String code = error.code();
    if (error.status() == VEHICLE_STATE && code != null && SLEEP.contains(code)) {
      confirmations.asleep(vehicleId);
    }
  }

  @Override
  public void ended(String source, PollOutcome outcome, long millis) {
    // Nothing to learn about sleep.
  }
}
