package io.evcharging.operate;

import io.evcharging.deliver.Acceptance;

/** Whether an observation would be accepted: if not, nothing is polled. */
public final class AcceptanceCondition implements Condition {

  private final Acceptance acceptance;

  /**
   * Watches the channel of observations.
   *
   * @param acceptance knows
   */
  public AcceptanceCondition(Acceptance acceptance) {
    this.acceptance = acceptance;
  }

  @Override
  public String name() {
    return "acceptance";
  }

  @Override
  public Reading read() {
    return acceptance
        .reason()
        .map(reason -> Reading.ill("polling pauses: " + reason))
        .orElseGet(() -> Reading.well("observations are accepted"));
  }
}
