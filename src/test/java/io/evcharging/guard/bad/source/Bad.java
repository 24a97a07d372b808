package io.evcharging.guard.bad.source;

/** Breaks a rule on purpose. */
public final class Bad {

  org.springframework.boot.autoconfigure.AutoConfiguration forbidden;
}
