package io.evcharging.guard.bad.source.signals;

/** Breaks a rule on purpose. */
public final class Bad {

  io.evcharging.guard.bad.source.tesla.Bad forbidden;
}
