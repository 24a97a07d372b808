package io.evcharging.canonical;

/** Kind of current. */
public enum CurrentType {
  AC,
  DC,
  NONE,
  UNKNOWN
}
