package io.evcharging.canonical;

import java.math.BigDecimal;

/**
 * What a session cost; each field may be {@code null}.
 *
 * @param currency ISO 4217 code
 * @param energyAmount for the energy, in the currency
 * @param otherAmount for everything else, in the currency
 */
public record Cost(String currency, BigDecimal energyAmount, BigDecimal otherAmount) {

  /** Nothing is known. */
  static final Cost NONE = new Cost(null, null, null);
}
