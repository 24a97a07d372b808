package io.evcharging.deliver;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** The sinks that are configured, as the routes address them. */
public final class Sinks extends ExpressionAdapter {

  private final List<String> queues;

  /**
   * Addresses each sink's queue.
   *
   * @param names in the order of the configuration
   */
  public Sinks(List<String> names) {
    this.queues =
        names.stream().map(name -> "direct:evcharging-deliver-memory-queue-" + name).toList();
  }

  /** The endpoint of each sink's queue, for the recipient list. */
  @Override
  public Object evaluate(Exchange exchange) {
    return queues;
  }
}
