package io.evcharging.canonical;

/** What the vehicle is doing, as far as charging goes. */
public enum ChargingState {
  CHARGING,
  /** The limit is reached. */
  COMPLETE,
  /** Plugged in, no energy flows. */
  STOPPED,
  UNPLUGGED,
  /** Not charging; whether a cable is connected is not known. */
  NOT_CHARGING,
  INITIALIZING,
  /** Plugged in, the station gives no power. */
  NO_POWER,
  CONSERVATION,
  FAULT,
  DISCHARGING,
  /** A word that no vocabulary knows; a finding carries it. */
  UNKNOWN
}
