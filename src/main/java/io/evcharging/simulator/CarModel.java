package io.evcharging.simulator;

import io.evcharging.simulator.CarState.Phase;
import io.evcharging.simulator.ChargingCurve.Draw;
import io.evcharging.simulator.ChargingCurve.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A car's life as a function: seed, instant and the commands it was given decide everything. */
final class CarModel {

  private static final long FALLS_ASLEEP_AFTER = 20 * 60_000L;
  private static final Draw NOTHING = new Draw(0, 0, 0);

  private final SimulatedVehicle vehicle;
  private final Timeline timeline;
  private final SessionPlan plan;
  private final ChargingCurve curve;

  CarModel(SimulatedVehicle vehicle, Seeded chance, Timeline timeline) {
    this.vehicle = vehicle;
    this.timeline = timeline;
    this.plan = new SessionPlan(vehicle, chance);
    this.curve = new ChargingCurve(vehicle);
  }

  CarState at(Instant instant, OrderBook orders) {
    long now = timeline.carTime(instant);
    Session session = plan.latest(now);
    Progress progress = curve.follow(session, now, orders);
    Phase phase = phase(session, progress, now, orders);
    Draw draw =
        phase == Phase.CHARGING ? curve.draw(session, now, progress.percent(), orders) : NOTHING;
    Long idleSince = idleSince(phase, session, progress);
    return new CarState(
        instant,
        phase,
        draw.amps(),
        orders.ampsAt(now, vehicle.maxAmps()),
        draw.volts(),
        draw.watts(),
        progress.addedKilowattHours(),
        percent(session, progress, now),
        draw.watts() / 1000 * vehicle.kilometersPerKilowattHour(),
        timeline.realTime(session.plugIn()),
        phase == Phase.CHARGING ? real(curve.completion(session, progress, orders)) : null,
        idleSince == null ? null : real(asleepSince(idleSince, now)));
  }

  /** A moment at which the car charged, in its last stay: what a stale value stems from. */
  Instant lastCharged(Instant instant) {
    Session session = plan.latest(timeline.carTime(instant));
    return timeline.realTime(session.chargeFrom() + 60_000);
  }

  /**
   * A stay that is over.
   *
   * @param before how many before the last that began; at least 1
   */
  PastSession past(Instant instant, int before, OrderBook orders) {
    Session session = plan.number(plan.latest(timeline.carTime(instant)).number() - before);
    Progress end = curve.follow(session, session.unplug(), orders);
    Long completedAt = end.completedAt();
    return new PastSession(
        session.number(),
        timeline.realTime(session.chargeFrom()),
        timeline.realTime(completedAt == null ? session.unplug() : completedAt),
        session.arrivalPercent(),
        end.percent(),
        end.addedKilowattHours());
  }

  private static Phase phase(Session session, Progress progress, long now, OrderBook orders) {
    if (now >= session.unplug()) {
      return Phase.UNPLUGGED;
    }
    if (now < session.chargeFrom()) {
      return Phase.WAITING;
    }
    if (progress.completedAt() != null) {
      return Phase.COMPLETE;
    }
    return orders.stoppedAt(now, session.plugIn()) ? Phase.STOPPED : Phase.CHARGING;
  }

  private static @Nullable Long idleSince(Phase phase, Session session, Progress progress) {
    return switch (phase) {
      case UNPLUGGED -> session.unplug();
      case COMPLETE -> progress.completedAt();
      case WAITING, CHARGING, STOPPED -> null;
    };
  }

  private @Nullable Long asleepSince(long idleSince, long now) {
    long asleep = idleSince + FALLS_ASLEEP_AFTER;
    return vehicle.is(Trait.SLEEPS) && now >= asleep ? asleep : null;
  }

  // Between two stays the car drives: straight down to what it arrives with.
  private double percent(Session session, Progress progress, long now) {
    if (now < session.unplug()) {
      return progress.percent();
    }
    Session next = plan.number(session.number() + 1);
    double driven = (double) (now - session.unplug()) / (next.plugIn() - session.unplug());
    double arrival = Math.min(next.arrivalPercent(), progress.percent());
    return progress.percent() + Math.min(1, driven) * (arrival - progress.percent());
  }

  private @Nullable Instant real(@Nullable Long carTime) {
    return carTime == null ? null : timeline.realTime(carTime);
  }
}
