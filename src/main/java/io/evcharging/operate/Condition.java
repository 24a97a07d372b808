package io.evcharging.operate;

/**
 * One thing that must be well so that vehicles are polled and observations arrive. Asked each time
 * that somebody looks, so it answers from memory, or within a second.
 */
public interface Condition {

  /** What is looked at, lower case with dashes, e.g. {@code source-tesla-charge}. */
  String name();

  /**
   * How it is now.
   *
   * @return never names a vehicle or a secret: whoever can reach the HTTP door reads it
   */
  Reading read();

  /** Whether only a new start cures it. All others are for whoever reads the reason. */
  default boolean restartCures() {
    return false;
  }
}
