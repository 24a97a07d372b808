package io.evcharging.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets one command at a time through to a vehicle, and leaves it alone for a while after each. */
interface Gate {

  /** What an earlier process has left. */
  void restore(Map<String, Instant> notBefore);

  /**
   * Asks to be let through.
   *
   * @return zero when through: {@link #leave} must follow; else how long to wait
   */
  Duration enter(String vehicleId);

  /** When the next command may come, if one begins now. */
  Instant next();

  /**
   * Lets the next one through.
   *
   * @param notBefore not before then; {@code null} when the vehicle was not called at all
   */
  void leave(String vehicleId, @Nullable Instant notBefore);

  /** Forgets the vehicles that are open again. */
  void forgetOld();
}
