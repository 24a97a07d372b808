package io.evcharging.simulator;

/** The three words in which Smartcar, of any make, says whether a car charges. */
final class StatusWord {

  private StatusWord() {}

  static String of(CarState state) {
    return switch (state.phase()) {
      case CHARGING -> "CHARGING";
      case COMPLETE -> "FULLY_CHARGED";
      case UNPLUGGED, WAITING, STOPPED -> "NOT_CHARGING";
    };
  }
}
