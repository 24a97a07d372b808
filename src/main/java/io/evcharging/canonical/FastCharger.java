package io.evcharging.canonical;

/** The fast charger that the vehicle is connected to; each field may be {@code null}. */
public record FastCharger(Boolean present, ConnectorType standard, String brand) {

  /** Nothing is known. */
  static final FastCharger NONE = new FastCharger(null, null, null);
}
