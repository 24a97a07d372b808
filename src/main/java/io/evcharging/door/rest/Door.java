package io.evcharging.door.rest;

import io.evcharging.config.DoorConfig;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What both ways in have in common: who comes, and what is kept on the exchange. */
final class Door {

  /** Exchange property, a {@link Refusal}: why nobody is going to be called. */
  static final String REFUSAL = "evcharging.doorRefusal";

  /** Exchange property: whether the door answers by itself, without asking the commands' routes. */
  static final String ANSWERS = "evcharging.doorAnswers";

  /** Exchange property, a {@link Caller}. */
  static final String CALLER = "evcharging.doorCaller";

  private final Callers callers;
  private final FailedLogins failures;

  Door(DoorConfig config, FailedLogins failures, Clock clock) {
    this.callers = new Callers(config, clock);
    this.failures = failures;
  }

  /** Puts the caller on the exchange, or says why not. */
  @Nullable Refusal enter(Exchange exchange, Inbound request) {
    if (!callers.any()) {
      return refused(Refusal.NOBODY_MAY);
    }
    try {
      Optional<Caller> caller = callers.find(request.one("Authorization").orElse(""));
      caller.ifPresent(found -> exchange.setProperty(CALLER, found));
      if (caller.isPresent()) {
        return null;
      }
    } catch (IssuerAwayException e) {
      return refused(Refusal.ISSUER_AWAY);
    }
    return failures.record() ? Refusal.NO_KEY : Refusal.TOO_MANY_WITHOUT_KEY;
  }

  private Refusal refused(Refusal refusal) {
    return failures.record()
        ? refusal
        : new Refusal(refusal.status(), refusal.outcome(), refusal.detail(), false);
  }
}
