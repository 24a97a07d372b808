package io.evcharging.deliver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, for each sink, what was delivered, what could not be, and what was given up. */
public final class DeliveryOutcomes {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryOutcomes.class);

  private final Map<String, LongAdder> delivered = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> undelivered = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();

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
   * Counts what was given up.
   *
   * @param bySink sink to number
   * @return whether there was any
   */
  public boolean dropped(Map<String, Long> bySink) {
    bySink.forEach(
        (sink, number) -> dropped.computeIfAbsent(sink, name -> new LongAdder()).add(number));
    return !bySink.isEmpty();
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

  /**
   * How many observations were given up that waited for a sink, since the start: there was no room.
   *
   * @param sink its name
   * @return 0 when none
   */
  public long dropped(String sink) {
    return sum(dropped, sink);
  }

  private static void count(Map<String, LongAdder> counts, String sink) {
    counts.computeIfAbsent(sink, name -> new LongAdder()).increment();
  }

  private static long sum(Map<String, LongAdder> counts, String sink) {
    LongAdder count = counts.get(sink);
    return count == null ? 0 : count.sum();
  }
}
