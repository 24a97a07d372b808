package io.evcharging.command;

import io.evcharging.canonical.AmperageCommand;

/**
 * A way to set the charging current of a vehicle: an OEM's API, or a charger's. Whoever binds one
 * as {@code evchargingActuator-<name>} serves the brands whose capability names it.
 */
public interface Actuator {

  /**
   * Sends the command once, never twice, and says what came of it. Never throws: what may or may
   * not have happened is {@code UNKNOWN}.
   */
  Actuated set(AmperageCommand command);
}
