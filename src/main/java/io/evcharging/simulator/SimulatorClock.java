package io.evcharging.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. Safe for use by many threads. */
public final class SimulatorClock extends Clock {

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private SimulatorClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * A clock in UTC.
   *
   * @param start what it shows first
   * @return a new clock
   */
  public static SimulatorClock at(Instant start) {
    return new SimulatorClock(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  /**
   * A clock in UTC.
   *
   * @param start what it shows first, ISO 8601 with {@code Z}
   * @return a new clock
   * @throws java.time.format.DateTimeParseException if the text is no instant
   */
  public static SimulatorClock at(String start) {
    return at(Instant.parse(start));
  }

  /**
   * Moves on, or back.
   *
   * @param by how far; negative moves back
   */
  public void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  /**
   * Shows another time from now on.
   *
   * @param time what it shows
   */
  public void set(Instant time) {
    now.set(time);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, which moves with this one, seen from another zone. */
  @Override
  public SimulatorClock withZone(ZoneId other) {
    return new SimulatorClock(now, other);
  }
}
