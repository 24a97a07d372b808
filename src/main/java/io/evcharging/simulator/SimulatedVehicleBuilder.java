package io.evcharging.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a {@link SimulatedVehicle} together; each setting has the meaning of its component. */
public final class SimulatedVehicleBuilder {

  private final String id;
  private final String make;
  private final String model;
  private int year = 2024;
  private @Nullable String userId;
  private double battery = 75;
  private int maxAmps = 16;
  private double efficiency = 6.2;
  private int limit = 80;
  private Charger charger = Charger.ac(230, 3, 16);
  private Habit habit = Habit.daily(LocalTime.of(18, 0), Duration.ofHours(12));
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private Set<String> unsupported = Set.of();
  private Obedience obedience = Obedience.ALWAYS;
  private Duration reaction = Duration.ofSeconds(8);
  private Duration freshness = Duration.ofSeconds(5);
  private SignalShape shape = SignalShape.ENVELOPE;
  private TimeFormat timeFormat = TimeFormat.ISO;

  SimulatedVehicleBuilder(String id, String make, String model) {
    this.id = id;
    this.make = make;
    this.model = model;
  }

  /** Sets the model year. */
  public SimulatedVehicleBuilder year(int modelYear) {
    this.year = modelYear;
    return this;
  }

  /** Sets the owner; without one, v3 asks for no {@code sc-user-id}. */
  public SimulatedVehicleBuilder userId(@Nullable String owner) {
    this.userId = owner;
    return this;
  }

  /** Sets the usable battery, in kilowatt-hours. */
  public SimulatedVehicleBuilder battery(double kilowattHours) {
    this.battery = kilowattHours;
    return this;
  }

  /** Sets the most the car asks for, in amps per phase. */
  public SimulatedVehicleBuilder maxAmps(int amps) {
    this.maxAmps = amps;
    return this;
  }

  /** Sets how far the car goes, in kilometers per kilowatt-hour. */
  public SimulatedVehicleBuilder efficiency(double kilometersPerKilowattHour) {
    this.efficiency = kilometersPerKilowattHour;
    return this;
  }

  /** Sets the state of charge at which it stops, in percent. */
  public SimulatedVehicleBuilder limit(int percent) {
    this.limit = percent;
    return this;
  }

  /** Sets where it plugs in. */
  public SimulatedVehicleBuilder charger(Charger station) {
    this.charger = station;
    return this;
  }

  /** Sets when it plugs in. */
  public SimulatedVehicleBuilder habit(Habit use) {
    this.habit = use;
    return this;
  }

  /** Adds oddities. */
  public SimulatedVehicleBuilder traits(Trait... oddities) {
    this.traits.addAll(List.of(oddities));
    return this;
  }

  /** Sets the signals, by their codes, that this car is not capable of. */
  public SimulatedVehicleBuilder unsupported(String... codes) {
    this.unsupported = Set.of(codes);
    return this;
  }

  /** Sets whether it does what it is told. */
  public SimulatedVehicleBuilder obedience(Obedience to) {
    this.obedience = to;
    return this;
  }

  /** Sets how long after a command it reacts. */
  public SimulatedVehicleBuilder reaction(Duration after) {
    this.reaction = after;
    return this;
  }

  /** Sets how often it records new data; zero is at every instant. */
  public SimulatedVehicleBuilder freshness(Duration every) {
    this.freshness = every;
    return this;
  }

  /** Sets the form of its single signals. */
  public SimulatedVehicleBuilder shape(SignalShape form) {
    this.shape = form;
    return this;
  }

  /** Sets the form of the times in its signals. */
  public SimulatedVehicleBuilder timeFormat(TimeFormat form) {
    this.timeFormat = form;
    return this;
  }

  /**
   * The car.
   *
   * @return never {@code null}
   * @throws IllegalArgumentException naming the setting that is wrong, and what is allowed
   */
  public SimulatedVehicle build() {
    return new SimulatedVehicle(
        id,
        make,
        model,
        year,
        userId,
        battery,
        maxAmps,
        efficiency,
        limit,
        charger,
        habit,
        traits,
        unsupported,
        obedience,
        reaction,
        freshness,
        shape,
        timeFormat);
  }
}
