package io.evcharging.simulator;

/** Turns a car's habit into its stays, one a period: a function of seed and number alone. */
final class SessionPlan {

  private final Habit habit;
  private final Charger charger;
  private final Seeded chance;
  private final long period;

  SessionPlan(SimulatedVehicle vehicle, Seeded chance) {
    this.habit = vehicle.habit();
    this.charger = vehicle.charger();
    this.chance = chance;
    this.period = habit.period().toMillis();
  }

  /** The stay that began last, which may be over. */
  Session latest(long carTime) {
    long number = Math.floorDiv(carTime - habit.plugInAt().toMillis(), period);
    Session session = number(number);
    return session.plugIn() <= carTime ? session : number(number - 1);
  }

  Session number(long number) {
    long plugIn = number * period + habit.plugInAt().toMillis() + late(number, 1);
    return new Session(
        number,
        plugIn,
        plugIn + habit.chargeDelay().toMillis(),
        plugIn + habit.plugged().toMillis() + late(number, 2),
        arrival(number),
        charger.volts() + volts(number));
  }

  private long late(long number, int purpose) {
    return (long) (habit.jitter().toMillis() * chance.unit(number, purpose));
  }

  private double arrival(long number) {
    double percent = habit.arrivalPercent() + 10 * chance.unit(number, 3) - 5;
    return Math.min(100, Math.max(0, percent));
  }

  private int volts(long number) {
    return charger.dc() ? 0 : (int) Math.round(6 * chance.unit(number, 4)) - 3;
  }
}
