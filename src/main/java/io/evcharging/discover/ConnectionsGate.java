package io.evcharging.discover;

import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.upstream.Budget;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Stands right before each call for a page: each costs one of the application's. */
public final class ConnectionsGate implements Processor {

  private final Suspensions suspensions;
  private final Budget budget;
  private final Clock clock;

  /**
   * Lets calls through.
   *
   * @param suspensions whether the list, or everything, is to be left alone
   * @param budget each call is taken from
   * @param clock for how long that holds
   */
  public ConnectionsGate(Suspensions suspensions, Budget budget, Clock clock) {
    this.suspensions = suspensions;
    this.budget = budget;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Optional<Suspension> suspended = suspensions.ofConnections();
    if (suspended.isPresent()) {
      throw new WaitAndRetryException(
          suspended.get().reason(), remaining(suspended.get().until()), null);
    }
    if (!budget.takeForList()) {
      throw new WaitAndRetryException("the budget is spent", null, null);
    }
  }

  private @Nullable Duration remaining(@Nullable Instant until) {
    return until == null ? null : Duration.between(clock.instant(), until);
  }
}
