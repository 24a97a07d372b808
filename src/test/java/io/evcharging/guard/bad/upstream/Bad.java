package io.evcharging.guard.bad.upstream;

/** Breaks a rule on purpose. */
public final class Bad {

  org.apache.camel.Exchange forbidden;
}
