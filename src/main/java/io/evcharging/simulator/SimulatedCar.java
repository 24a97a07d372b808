package io.evcharging.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A car of a running simulator: what it does now, what goes wrong with it. Thread-safe. */
public final class SimulatedCar {

  private final SimulatedVehicle vehicle;
  private final Seeded chance;
  private final Clock clock;
  private final Timeline timeline;
  private final CarModel model;
  private final FaultScript faults = new FaultScript();
  private volatile OrderBook orders = OrderBook.EMPTY;
  private volatile SignalShape shape;
  private int ordersTaken;

  SimulatedCar(SimulatedVehicle vehicle, long seed, Clock clock, Timeline timeline) {
    this.vehicle = vehicle;
    this.chance = new Seeded(seed, vehicle.id());
    this.clock = clock;
    this.timeline = timeline;
    this.model = new CarModel(vehicle, chance, timeline);
    this.shape = vehicle.shape();
  }

  /**
   * As it was made.
   *
   * @return never {@code null}
   */
  public SimulatedVehicle vehicle() {
    return vehicle;
  }

  /**
   * How it is at this very moment, which may be newer than what it has recorded.
   *
   * @return never {@code null}
   */
  public CarState state() {
    return stateAt(clock.instant());
  }

  /**
   * How it is at an instant, by the commands known now.
   *
   * @param instant past or future
   * @return never {@code null}
   */
  public CarState stateAt(Instant instant) {
    return model.at(instant, orders);
  }

  /**
   * How it is in the data that it gives out: as of its last recording, and no newer than when it
   * fell asleep.
   *
   * @return never {@code null}
   */
  public CarState recorded() {
    CarState state = stateAt(fetchedAt());
    Instant asleepSince = state.asleepSince();
    return asleepSince == null ? state : stateAt(asleepSince);
  }

  /**
   * What goes wrong with requests for this car.
   *
   * @return to be added to and cleared
   */
  public FaultScript faults() {
    return faults;
  }

  /**
   * The commands it was given, whether it obeyed or not, the last 200.
   *
   * @return oldest first
   */
  public List<Order> orders() {
    return orders.orders();
  }

  /**
   * Changes the form of its single signals.
   *
   * @param form from the next request on
   */
  public void signalShape(SignalShape form) {
    this.shape = form;
  }

  /** Forgets commands and faults, as if just started. */
  public synchronized void reset() {
    faults.clear();
    orders = OrderBook.EMPTY;
    ordersTaken = 0;
    shape = vehicle.shape();
  }

  /** When its data were asked for last, by the API: once in a while, whoever asks how often. */
  Instant fetchedAt() {
    long millis = Math.max(1, vehicle.freshness().toMillis());
    return Instant.ofEpochMilli(clock.millis() / millis * millis);
  }

  SignalShape shape() {
    return shape;
  }

  Seeded chance() {
    return chance;
  }

  Instant lastCharged(Instant instant) {
    return model.lastCharged(instant);
  }

  PastSession past(Instant instant, int before) {
    return model.past(instant, before, orders);
  }

  /** Takes a command, obeys it later or not at all, and says what it was understood as. */
  synchronized Order take(Order.Kind kind, int amps) {
    Instant now = clock.instant();
    int accepted = Math.min(amps, vehicle.attainableAmps());
    Instant effectiveAt = now.plus(vehicle.reaction());
    Order order = new Order(kind, amps, accepted, now, effectiveAt, obeys(ordersTaken++));
    orders = orders.with(order, timeline);
    return order;
  }

  private boolean obeys(int number) {
    return switch (vehicle.obedience()) {
      case ALWAYS -> true;
      case SOMETIMES -> chance.unit(number, 9) < 2.0 / 3;
      case NEVER -> false;
    };
  }
}
