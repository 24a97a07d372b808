package io.evcharging.canonical;

import java.math.BigDecimal;

/** A place, with WGS 84 coordinates in degrees; each field may be {@code null}. */
public record Location(String name, String address, BigDecimal latitude, BigDecimal longitude) {

  /** Nothing is known. */
  static final Location NONE = new Location(null, null, null, null);
}
