package io.evcharging.benchmark.mapping;

import java.math.BigDecimal;

/** A unit, its factor to the model's, and what is told when it was assumed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HandUnit(BigDecimal factor, String documented, String... spellings) {

  static HandUnit of(String factor, String documented, String... spellings) {
    return new HandUnit(new BigDecimal(factor), documented, spellings);
  }

  boolean isSpelled(String unit) {
    for (String spelling : spellings) {
      if (spelling.equalsIgnoreCase(unit.strip())) {
        return true;
      }
    }
    return false;
  }
}
