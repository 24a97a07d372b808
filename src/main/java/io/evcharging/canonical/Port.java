package io.evcharging.canonical;

/**
 * The charging port; each field may be {@code null}.
 *
 * @param cableLatched the latch is engaged, which says nothing about a cable being there
 * @param inlet connector type that the vehicle is equipped with
 * @param cable standard of the cable that is connected now
 */
public record Port(
    Boolean flapOpen,
    Boolean cableLatched,
    IndicatorColor indicatorColor,
    ConnectorType inlet,
    ConnectorType cable) {

  /** Nothing is known. */
  static final Port NONE = new Port(null, null, null, null, null);
}
