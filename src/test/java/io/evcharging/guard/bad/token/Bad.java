package io.evcharging.guard.bad.token;

/** Breaks a rule on purpose. */
public final class Bad {

  org.apache.camel.Exchange forbidden;
}
