package io.evcharging.simulator;

import java.util.ArrayList;
import java.util.List;

/** The commands that a car obeys, as they act in its own time. Never changes. */
final class OrderBook {

  /** More than any test sends within one charging session; bounds the memory. */
  private static final int KEPT = 200;

  static final OrderBook EMPTY = new OrderBook(List.of(), new long[0]);

  private final List<Order> orders;
  private final long[] times;

  private OrderBook(List<Order> orders, long[] times) {
    this.orders = orders;
    this.times = times;
  }

  OrderBook with(Order order, Timeline timeline) {
    List<Order> all = new ArrayList<>(orders);
    all.add(order);
    List<Order> kept = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    long[] when = kept.stream().mapToLong(o -> timeline.carTime(o.effectiveAt())).toArray();
    return new OrderBook(kept, when);
  }

  List<Order> orders() {
    return orders;
  }

  /** The current in force, or {@code otherwise} where none was ever set. */
  int ampsAt(long carTime, int otherwise) {
    for (int i = times.length - 1; i >= 0; i--) {
      Order order = orders.get(i);
      if (times[i] <= carTime && order.obeyed() && order.kind() == Order.Kind.AMPERAGE) {
        return order.effectiveAmps();
      }
    }
    return otherwise;
  }

  /** Whether charging was stopped since the car plugged in, and not started again. */
  boolean stoppedAt(long carTime, long since) {
    for (int i = times.length - 1; i >= 0; i--) {
      Order order = orders.get(i);
      if (times[i] <= carTime && order.obeyed() && order.kind() != Order.Kind.AMPERAGE) {
        return order.kind() == Order.Kind.STOP && times[i] >= since;
      }
    }
    return false;
  }

  /** The next moment at which something changes; {@link Long#MAX_VALUE} for never. */
  long nextChange(long carTime) {
    long next = Long.MAX_VALUE;
    for (long time : times) {
      if (time > carTime && time < next) {
        next = time;
      }
    }
    return next;
  }
}
