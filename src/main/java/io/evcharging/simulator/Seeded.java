package io.evcharging.simulator;

/** Repeatable chance: the same seed, car, occasion and purpose give the same number. */
final class Seeded {

  private final long state;

  Seeded(long seed, String id) {
    this.state = mix(seed ^ mix(id.hashCode()));
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  double unit(long occasion, int purpose) {
    return (bits(occasion, purpose) >>> 11) * 0x1.0p-53;
  }

  /** 64 bits that look random. */
  long bits(long occasion, int purpose) {
    return mix(state ^ mix(occasion * 31 + purpose));
  }

  // The finaliser of SplitMix64.
  private static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
