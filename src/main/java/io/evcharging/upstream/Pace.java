package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;

/**
 * When one vehicle is asked for one source. Guarded by its plan. Times are milliseconds since 1970.
 */
final class Pace {

  final String vehicleId;
  final ChargeSource source;
  Mood mood = Mood.UNKNOWN;

  /** How often in a row it could not be reached. */
  int misses;

  /** The tick that it was last planned at; 0 for never. */
  long tick;

  /** 0 for never. */
  long success;

  /** When a poll of it last made a call and had no good answer; 0 for never. */
  long failed;

  /** When it was met awake after it had slept; 0 for never. Cars have habits. */
  long met;

  /** While it waits to be asked: from when on. 0 while it does not wait. */
  long waitsFor;

  /** Since when it is being asked; 0 while it is not. */
  long asked;

  /** Where many nodes plan: since when it is on the polls channel; 0 while it is not. */
  long given;

  /** Whether its poll may have died with a node before it started: it has its turn again. */
  boolean lost;

  /** Whether it has been asked about the end of this charging. */
  boolean endAsked;

  /** Whether the table does not know it so. */
  boolean changed;

  Pace(String vehicleId, ChargeSource source) {
    this.vehicleId = vehicleId;
    this.source = source;
  }

  long waitsFor() {
    return waitsFor;
  }
}
