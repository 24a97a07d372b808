package io.evcharging.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A car as it is made and used; what happens to it at run time is {@link SimulatedCar}.
 *
 * @param id Smartcar's vehicle id
 * @param make upper case, as attributes carry it
 * @param model the model's name
 * @param year the model year
 * @param userId the owner, whom v3 wants to hear of in {@code sc-user-id}; {@code null} for none
 * @param batteryKilowattHours usable; positive
 * @param maxAmps the most the car asks of a charger, per phase
 * @param kilometersPerKilowattHour how far it goes
 * @param limitPercent state of charge at which it stops charging
 * @param charger where it plugs in
 * @param habit when it plugs in
 * @param traits what is odd about its data
 * @param unsupportedSignals codes that this car is not capable of
 * @param obedience whether it does what it is told
 * @param reaction how long after a command it begins to do so, in real time
 * @param freshness how often it records new data, in real time; zero is at every instant
 * @param shape the form of a single signal
 * @param timeFormat the form of the times in signals
 */
public record SimulatedVehicle(
    String id,
    String make,
    String model,
    int year,
    @Nullable String userId,
    double batteryKilowattHours,
    int maxAmps,
    double kilometersPerKilowattHour,
    int limitPercent,
    Charger charger,
    Habit habit,
    Set<Trait> traits,
    Set<String> unsupportedSignals,
    Obedience obedience,
    Duration reaction,
    Duration freshness,
    SignalShape shape,
    TimeFormat timeFormat) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the component that is wrong, and what is allowed
   */
  public SimulatedVehicle {
    Check.that(
        id.matches("[A-Za-z0-9._-]{1,64}"), "id", id, "1 to 64 letters, digits, dots, dashes");
    Check.text("make", make);
    Check.text("model", model);
    Check.range("batteryKilowattHours", batteryKilowattHours, 1, 1000);
    Check.range("maxAmps", maxAmps, 1, 500);
    Check.range("kilometersPerKilowattHour", kilometersPerKilowattHour, 0.1, 100);
    Check.range("limitPercent", limitPercent, 1, 100);
    Check.notNegative("reaction", reaction);
    Check.notNegative("freshness", freshness);
    unsupportedSignals.forEach(ChargeSignal::require);
    make = make.toUpperCase(Locale.ROOT);
    traits = Set.copyOf(traits);
    unsupportedSignals = Set.copyOf(unsupportedSignals);
  }

  /**
   * A Tesla Model 3 at a three-phase wallbox, overnight.
   *
   * @param id its vehicle id
   * @return to be changed and built
   */
  public static SimulatedVehicleBuilder tesla(String id) {
    return of(id, "TESLA", "Model 3").maxAmps(48).charger(Charger.ac(230, 3, 32));
  }

  /**
   * An Audi e-tron at a three-phase wallbox, overnight.
   *
   * @param id its vehicle id
   * @return to be changed and built
   */
  public static SimulatedVehicleBuilder audi(String id) {
    return of(id, "AUDI", "Q4 e-tron").battery(76.6);
  }

  /**
   * Any car at a three-phase wallbox of 16 A, from 18:00 UTC for twelve hours.
   *
   * @param id its vehicle id
   * @param make in any case
   * @param model the model's name
   * @return to be changed and built
   */
  public static SimulatedVehicleBuilder of(String id, String make, String model) {
    return new SimulatedVehicleBuilder(id, make, model);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** The most current that this car can get where it plugs in. */
  int attainableAmps() {
    return Math.min(maxAmps, charger.maxAmps());
  }

  /** The make as it stands in a v2 path. */
  String makeInPath() {
    return make.toLowerCase(Locale.ROOT);
  }
}
