package io.evcharging.simulator;

/** Which requests a fault meets. */
public enum FaultScope {
  /** Each. */
  ALL,
  /** Those that read. */
  READS,
  /** Those that tell a car to do something. */
  COMMANDS;

  boolean covers(boolean command) {
    return switch (this) {
      case ALL -> true;
      case READS -> !command;
      case COMMANDS -> command;
    };
  }
}
