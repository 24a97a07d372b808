package io.evcharging.canonical;

/** Whether the station can give power. */
public enum ExternalPower {
  READY,
  ACTIVE,
  UNAVAILABLE,
  UNKNOWN
}
