package io.evcharging.simulator;

/** The forms in which a single signal has been seen on the wire. */
public enum SignalShape {
  /** The body alone: <code>{"value":33,"unit":"ampere"}</code>. */
  BARE,
  /** The body in an object: <code>{"body":{"value":33,"unit":"ampere"}}</code>. */
  WRAPPED,
  /** The signal object, with status and times. */
  SIGNAL,
  /** The signal object under {@code data}, the vehicle under {@code included}. */
  ENVELOPE
}
