package io.evcharging.upstream;

/** What is known of a vehicle, as far as it says how often to ask. */
public enum Mood {
  /** Nothing yet. */
  UNKNOWN,
  /** Energy flows. */
  CHARGING,
  /** A cable is connected. */
  PLUGGED_IN,
  /** No cable is connected, as far as is known. */
  IDLE,
  /** It could not be reached. */
  ASLEEP
}
