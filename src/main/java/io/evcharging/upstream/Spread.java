package io.evcharging.upstream;

import java.util.function.DoubleSupplier;

/**
 * Where within the time to come a vehicle has its place: its own, so that it keeps its beat, but
 * for a tenth, which is left to chance.
 *
 * @param chance numbers from 0 to 1
 */
record Spread(DoubleSupplier chance) {

  private static final double LEFT_TO_CHANCE = 0.1;

  /** From 0 to {@code length}. */
  long offset(String vehicleId, long length) {
    double own = ((vehicleId.hashCode() * 0x9E3779B9) >>> 8) / (double) (1 << 24);
    return (long) (length * ((1 - LEFT_TO_CHANCE) * own + LEFT_TO_CHANCE * chance.getAsDouble()));
  }
}
