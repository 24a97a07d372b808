package io.evcharging.simulator;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When a car stands at a charger: once a period, counted from 1970-01-01T00:00Z.
 *
 * @param period how often it comes; positive
 * @param plugInAt how far into the period it plugs in; less than the period
 * @param plugged how long it stays; zero never plugs in
 * @param chargeDelay how long after plugging in it begins to charge, as a timer would have it
 * @param arrivalPercent state of charge on arrival, give or take 5; 0 to 100
 * @param jitter the most by which plugging in and driving off are late
 */
public record Habit(
    Duration period,
    Duration plugInAt,
    Duration plugged,
    Duration chargeDelay,
    int arrivalPercent,
    Duration jitter) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HANDSHAKE = Duration.ofSeconds(30);

  /**
   * Checks that one stay ends before the next begins.
   *
   * @throws IllegalArgumentException naming the component that is wrong, and what is allowed
   */
  public Habit {
    Check.that(!period.isNegative() && !period.isZero(), "period", period, "positive");
    Check.that(
        !plugInAt.isNegative() && plugInAt.compareTo(period) < 0,
        "plugInAt",
        plugInAt,
        "from zero to less than the period " + period);
    Check.notNegative("plugged", plugged);
    Check.notNegative("chargeDelay", chargeDelay);
    Check.notNegative("jitter", jitter);
    Check.range("arrivalPercent", arrivalPercent, 0, 100);
    Duration longest = plugged.plus(jitter.multipliedBy(2));
    Check.that(
        longest.compareTo(period) <= 0,
        "plugged",
        plugged,
        "short enough that with twice the jitter it fits the period " + period);
  }

  /**
   * Plugs in every day at the same time, to the second, and charges at once.
   *
   * @param plugInAt the time of day, UTC
   * @param plugged how long it stays
   * @return a habit without jitter, arriving at 30 percent
   */
  public static Habit daily(LocalTime plugInAt, Duration plugged) {
    return every(DAY, Duration.ofSeconds(plugInAt.toSecondOfDay()), plugged);
  }

  /**
   * Plugs in once a period, to the second, and charges at once.
   *
   * @param period how often
   * @param plugInAt how far into the period
   * @param plugged how long it stays
   * @return a habit without jitter, arriving at 30 percent
   */
  public static Habit every(Duration period, Duration plugInAt, Duration plugged) {
    return new Habit(period, plugInAt, plugged, HANDSHAKE, 30, Duration.ZERO);
  }

  /**
   * Drives about and is never seen at a charger.
   *
   * @return a habit
   */
  public static Habit neverPluggedIn() {
    return daily(LocalTime.MIDNIGHT, Duration.ZERO);
  }

  /**
   * The same, with another state of charge on arrival.
   *
   * @param percent 0 to 100, give or take 5
   * @return a habit
   */
  public Habit arrivingAt(int percent) {
    return new Habit(period, plugInAt, plugged, chargeDelay, percent, jitter);
  }

  /**
   * The same, charging later than it plugs in.
   *
   * @param delay how much later
   * @return a habit
   */
  public Habit chargingAfter(Duration delay) {
    return new Habit(period, plugInAt, plugged, delay, arrivalPercent, jitter);
  }

  /**
   * The same, less punctual.
   *
   * @param most by which plugging in and driving off are late
   * @return a habit
   */
  public Habit lateBy(Duration most) {
    return new Habit(period, plugInAt, plugged, chargeDelay, arrivalPercent, most);
  }

  boolean timed() {
    return chargeDelay.compareTo(HANDSHAKE) > 0;
  }
}
