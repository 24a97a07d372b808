package io.evcharging.door;

import io.evcharging.command.SmartcarCall.NotNowException;
import io.evcharging.config.Vehicles;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a command may call the source API: not while the application or the vehicle is to wait,
 * and not without a call of the budget, of which a share is kept for commands. A vehicle whose
 * polls are suspended until a person acts may be commanded all the same: what its owner allows is
 * the source API's to say.
 */
public final class CommandAllowance {

  private static final Duration NEXT_CALL = Duration.ofMinutes(1);

  private final Vehicles vehicles;
  private final Suspensions suspensions;
  private final Budget budget;
  private final Clock clock;

  /**
   * Asks both.
   *
   * @param vehicles as the vehicles file has them now
   * @param suspensions who is to be left alone
   * @param budget calls are taken from
   * @param clock says how long there is still to wait
   */
  public CommandAllowance(Vehicles vehicles, Suspensions suspensions, Budget budget, Clock clock) {
    this.vehicles = vehicles;
    this.suspensions = suspensions;
    this.budget = budget;
    this.clock = clock;
  }

  /** Takes one call. */
  void take(String vehicleId) throws NotNowException {
    Optional<Suspension> waiting =
        vehicles
            .byId(vehicleId)
            .flatMap(suspensions::of)
            .filter(each -> each.until() != null)
            .or(suspensions::ofApplication);
    if (waiting.isPresent()) {
      Instant until = waiting.get().until();
      throw new NotNowException(
          "Smartcar is to be left alone: nothing was sent.",
          until == null ? null : Duration.between(clock.instant(), until));
    }
    if (!budget.takeForCommand(vehicleId)) {
      throw new NotNowException("The budget of calls is spent: nothing was sent.", NEXT_CALL);
    }
  }
}
