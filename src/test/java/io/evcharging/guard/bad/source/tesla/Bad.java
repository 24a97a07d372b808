package io.evcharging.guard.bad.source.tesla;

/** Breaks a rule on purpose. */
public final class Bad {

  io.evcharging.guard.bad.source.audi.Bad forbidden;
}
