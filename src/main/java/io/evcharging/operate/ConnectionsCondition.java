package io.evcharging.operate;

import io.evcharging.discover.Discovery;

/** Whether the list of connections could be read. */
public final class ConnectionsCondition implements Condition {

  private static final int TOLERATED = 2;

  private final Discovery discovery;

  /**
   * Watches a discovery.
   *
   * @param discovery the one that is running
   */
  public ConnectionsCondition(Discovery discovery) {
    this.discovery = discovery;
  }

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public Reading read() {
    int failures = discovery.failures();
    Reading reading =
        failures <= TOLERATED
            ? Reading.well("the list can be read")
            : Reading.ill(
                "the list could not be read %d times in a row, the vehicles stay as they were: %s"
                    .formatted(failures, discovery.failure()));
    return reading.with("failures", failures);
  }
}
