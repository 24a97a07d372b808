package io.evcharging.canonical;

/** How a command ended. */
public enum CommandOutcome {
  /** The OEM took the value asked for. */
  ACCEPTED,
  /** The OEM took another value. */
  CLAMPED,
  /** The command itself is wrong. */
  INVALID,
  /** No key, or a wrong one, or one that may not command this vehicle. */
  UNAUTHORIZED,
  /** The vehicle is not among the configured ones. */
  UNKNOWN_VEHICLE,
  /** The vehicle cannot do it now: not plugged in, asleep. */
  VEHICLE_STATE,
  /** The brand has no such command: nobody was called. */
  UNSUPPORTED_BY_BRAND,
  /** The OEM's limit, or our own. */
  RATE_LIMITED,
  /** Any other refusal of the OEM. */
  REJECTED,
  /** It may or may not have happened. */
  UNKNOWN
}
