package io.evcharging.simulator;

import org.jspecify.annotations.Nullable;

/** What a car draws, and how its battery fills: steps of a minute, so that results repeat. */
final class ChargingCurve {

  private static final long STEP = 60_000;
  private static final double HOUR = 3_600_000;
  private static final long LONGEST = 72 * 3_600_000L;

  private final SimulatedVehicle vehicle;

  ChargingCurve(SimulatedVehicle vehicle) {
    this.vehicle = vehicle;
  }

  /**
   * What flows at a moment.
   *
   * @param amps per phase
   * @param volts per phase
   */
  record Draw(int amps, int volts, int phases) {

    double watts() {
      return (double) amps * volts * Math.max(1, phases);
    }
  }

  /**
   * Where a stay has got to.
   *
   * @param carTime the moment
   * @param addedKilowattHours energy that reached the battery
   * @param percent state of charge
   * @param completedAt when the limit was reached; {@code null} before
   */
  record Progress(
      long carTime, double addedKilowattHours, double percent, @Nullable Long completedAt) {}

  /** Follows a stay from its beginning; not beyond its end. */
  Progress follow(Session session, long carTime, OrderBook orders) {
    double percent = session.arrivalPercent();
    Progress start = new Progress(session.chargeFrom(), 0, percent, null);
    return follow(session, start, Math.min(carTime, session.unplug()), orders);
  }

  /** When the limit will be reached as things stand; {@code null} if not within three days. */
  @Nullable Long completion(Session session, Progress now, OrderBook orders) {
    return follow(session, now, now.carTime() + LONGEST, orders).completedAt();
  }

  private Progress follow(Session session, Progress from, long until, OrderBook orders) {
    double limit = vehicle.limitPercent();
    double percent = from.percent();
    double added = from.addedKilowattHours();
    long time = from.carTime();
    if (percent >= limit) {
      return new Progress(until, added, percent, Math.min(time, until));
    }
    while (time < until) {
      long next = Math.min(Math.min(until, time + STEP), orders.nextChange(time));
      double gain = draw(session, time, percent, orders).watts() * efficiency() / 1000;
      double energy = gain * (next - time) / HOUR;
      double missing = (limit - percent) / 100 * vehicle.batteryKilowattHours();
      if (energy >= missing) {
        long completedAt = time + Math.round(missing / gain * HOUR);
        return new Progress(until, added + missing, limit, completedAt);
      }
      added += energy;
      percent += energy / vehicle.batteryKilowattHours() * 100;
      time = next;
    }
    return new Progress(until, added, percent, null);
  }

  /** What flows while charging at a state of charge; nothing where charging was stopped. */
  Draw draw(Session session, long carTime, double percent, OrderBook orders) {
    Charger charger = vehicle.charger();
    if (orders.stoppedAt(carTime, session.plugIn())) {
      return new Draw(0, session.volts(), charger.phases());
    }
    if (charger.dc()) {
      int volts = session.volts() + (int) Math.round(percent * 0.6);
      return new Draw((int) (charger.dcWatts() * taperDc(percent) / volts), volts, 0);
    }
    int wanted = orders.ampsAt(carTime, vehicle.maxAmps());
    double amps = Math.min(wanted, vehicle.attainableAmps()) * taperAc(percent);
    return new Draw(Math.max(1, (int) Math.round(amps)), session.volts(), charger.phases());
  }

  // A battery takes less towards the end: AC hardly notices, a fast charger from the middle on.
  private static double taperAc(double percent) {
    return percent <= 96 ? 1 : 1 - 0.75 * (percent - 96) / 4;
  }

  private static double taperDc(double percent) {
    return percent <= 55 ? 1 : 1 - 0.85 * (percent - 55) / 45;
  }

  private double efficiency() {
    return vehicle.charger().dc() ? 0.97 : 0.92;
  }
}
