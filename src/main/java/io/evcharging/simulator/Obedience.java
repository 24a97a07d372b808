package io.evcharging.simulator;

/** Whether a car does what a command told it. Each answers success, as the real ones do. */
public enum Obedience {
  /** Always, after its reaction time. */
  ALWAYS,
  /** About two times in three, decided by the seed. */
  SOMETIMES,
  /** Never. */
  NEVER
}
