package io.evcharging.guard.bad.simulator;

/** Used from elsewhere, on purpose. */
public final class Bad {}
