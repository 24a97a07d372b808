package io.evcharging.deliver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, for each sink, what was delivered and what could not be. */
public final class DeliveryOutcomes {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryOutcomes.class);

  private final Map<String, LongAdder> delivered = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> undelivered = new ConcurrentHashMap<>();

  /** Counts a delivery as made. */
  void succeeded(Delivery delivery) {
    count(delivered, delivery.sink());
    LOG.debug("delivered {}", delivery);
  }

  /** Counts a delivery as not made. */
  void failed(Delivery delivery) {
    count(undelivered, delivery.sink());
  }

  /**
   * How many observations a sink has taken since the start.
   *
   * @param sink its name
   * @return 0 when none
   */
  public long delivered(String sink) {
    return sum(delivered, sink);
  }

  /**
   * How many observations a sink has not taken since the start.
   *
   * @param sink its name
   * @return 0 when none
   */
  public long undelivered(String sink) {
    return sum(undelivered, sink);
  }

  private static void count(Map<String, LongAdder> counts, String sink) {
    counts.computeIfAbsent(sink, name -> new LongAdder()).increment();
  }

  private static long sum(Map<String, LongAdder> counts, String sink) {
    LongAdder count = counts.get(sink);
    return count == null ? 0 : count.sum();
  }
}
