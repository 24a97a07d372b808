package io.evcharging.guard.bad.poll;

/** Breaks a rule on purpose. */
public final class Bad {

  io.evcharging.guard.bad.simulator.Bad forbidden;
}
