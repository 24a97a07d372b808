package io.evcharging.simulator;

/** A habit of some cars' data that a client must live with. */
public enum Trait {
  /** A Tesla read by its data stream: five fields of the brand endpoint are null or absent. */
  STREAMING,
  /** Falls asleep a while after it stops being used: brand endpoints and commands answer 409. */
  SLEEPS,
  /** The brand endpoint does not know whether a cable is connected: {@code isPluggedIn: null}. */
  PLUG_UNKNOWN,
  /** Signals have ages of their own, and a signal in error carries an old body. */
  STALE_SIGNALS,
  /** Nothing was stored yet: the list of signals is empty, every single signal is a 404. */
  EMPTY_SIGNALS,
  /** The list of signals holds some that are not about charging. */
  OTHER_SIGNALS,
  /** Answers come without {@code SC-Data-Age} and {@code SC-Fetched-At}. */
  NO_AGE_HEADERS
}
