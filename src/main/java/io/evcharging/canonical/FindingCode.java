package io.evcharging.canonical;

/** What a finding says about its value. */
public enum FindingCode {
  /** Not in the source, or not so: worked out from other fields. */
  DERIVED,
  /** The source's word or number for "no value"; left out. */
  SENTINEL,
  /** No vocabulary knows the word. */
  UNKNOWN_VALUE,
  /** No vocabulary knows the unit; the value is left out. */
  UNKNOWN_UNIT,
  /** The unit is missing; the documented one was taken. */
  UNIT_ASSUMED,
  /** Probably in another unit than declared; published as declared. */
  SUSPECT_SCALE,
  /** Cannot be true. */
  OUT_OF_RANGE,
  /** Another field says otherwise; both are published. */
  CONTRADICTION,
  /** Cannot be read as its type; left out. */
  UNPARSEABLE,
  /** The vehicle does not have this signal. */
  NOT_SUPPORTED,
  /** The signal failed; raw is its type and code. */
  SIGNAL_ERROR
}
