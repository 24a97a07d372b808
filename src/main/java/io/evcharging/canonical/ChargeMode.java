package io.evcharging.canonical;

/** How charging is started. */
public enum ChargeMode {
  MANUAL,
  TIMER,
  OTHER,
  UNKNOWN
}
