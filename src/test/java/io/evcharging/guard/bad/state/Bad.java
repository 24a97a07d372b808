package io.evcharging.guard.bad.state;

/** Breaks a rule on purpose. */
public final class Bad {

  org.apache.camel.Exchange forbidden;
}
