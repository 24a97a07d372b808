package io.evcharging.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a car is at an instant. Times are the clock's.
 *
 * @param at the instant
 * @param phase what it is doing
 * @param amps drawn, per phase
 * @param requestedAmps what it asks of the charger
 * @param volts at the port; 0 when nothing flows
 * @param watts drawn, all phases
 * @param energyAddedKilowattHours in this stay at a charger, or in the last
 * @param stateOfChargePercent 0 to 100
 * @param rangeRateKilometersPerHour range added per hour
 * @param since when the last stay at a charger began
 * @param completesAt when it will reach its limit; {@code null} unless charging
 * @param asleepSince when it fell asleep; {@code null} while awake
 */
public record CarState(
    Instant at,
    Phase phase,
    int amps,
    int requestedAmps,
    int volts,
    double watts,
    double energyAddedKilowattHours,
    double stateOfChargePercent,
    double rangeRateKilometersPerHour,
    Instant since,
    @Nullable Instant completesAt,
    @Nullable Instant asleepSince) {

  /** What a car is doing. */
  public enum Phase {
    /** No cable. */
    UNPLUGGED,
    /** Plugged in, not begun yet. */
    WAITING,
    /** Energy flows. */
    CHARGING,
    /** Plugged in, was told to stop. */
    STOPPED,
    /** Plugged in, the limit is reached. */
    COMPLETE
  }

  /**
   * Whether a cable is connected.
   *
   * @return true from plugging in until driving off
   */
  public boolean pluggedIn() {
    return phase != Phase.UNPLUGGED;
  }

  /**
   * Whether energy flows.
   *
   * @return true while charging
   */
  public boolean charging() {
    return phase == Phase.CHARGING;
  }

  /**
   * Whether it answers no questions and takes no commands.
   *
   * @return true from falling asleep until it is used again
   */
  public boolean asleep() {
    return asleepSince != null;
  }
}
