package io.evcharging.operate;

import java.util.function.Supplier;

/**
 * A condition whose answer somebody else knows.
 *
 * @param name of the condition
 * @param restartCures whether only a new start cures it
 * @param reading asked each time
 */
public record SuppliedCondition(String name, boolean restartCures, Supplier<Reading> reading)
    implements Condition {

  @Override
  public Reading read() {
    return reading.get();
  }
}
