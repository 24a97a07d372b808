package io.evcharging.guard.bad.config;

/** Breaks a rule on purpose. */
public final class Bad {

  org.apache.camel.Exchange forbidden;
}
