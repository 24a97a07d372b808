package io.evcharging.guard.bad.source.audi;

/** Breaks a rule on purpose. */
public final class Bad {

  io.evcharging.guard.bad.source.signals.Bad forbidden;
}
