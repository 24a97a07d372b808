package io.evcharging.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are to come, in the order in which they were added. Each lasts a number of
 * requests or, with {@link #FOR_EVER}, until it is cleared. Safe for use by many threads.
 */
public final class FaultScript {

  /** A number of times that never runs out. */
  public static final int FOR_EVER = Integer.MAX_VALUE;

  /** More than anybody needs; bounds the memory. */
  private static final int MOST = 1000;

  private final List<Entry> entries = new ArrayList<>();

  private static final class Entry {
    private final Fault fault;
    private final FaultScope scope;
    private int left;

    private Entry(Fault fault, int times, FaultScope scope) {
      this.fault = fault;
      this.scope = scope;
      this.left = times;
    }
  }

  FaultScript() {}

  /**
   * The fault meets every request until it is cleared.
   *
   * @param fault what goes wrong
   */
  public void add(Fault fault) {
    add(fault, FOR_EVER, FaultScope.ALL);
  }

  /**
   * The fault meets the next requests.
   *
   * @param fault what goes wrong
   * @param times how many; at least 1
   */
  public void add(Fault fault, int times) {
    add(fault, times, FaultScope.ALL);
  }

  /**
   * The fault meets the next requests of a kind.
   *
   * @param fault what goes wrong
   * @param times how many; at least 1
   * @param scope which kind
   * @throws IllegalArgumentException if times is less than 1, or 1000 faults are waiting
   */
  public synchronized void add(Fault fault, int times, FaultScope scope) {
    Check.range("times", times, 1, FOR_EVER);
    Check.that(entries.size() < MOST, "faults", entries.size(), "fewer than " + MOST);
    entries.add(new Entry(fault, times, scope));
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    entries.clear();
  }

  /**
   * How many faults are still to come.
   *
   * @return entries, not requests
   */
  public synchronized int waiting() {
    return entries.size();
  }

  synchronized @Nullable Fault next(boolean command) {
    for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      if (entry.scope.covers(command)) {
        if (entry.left != FOR_EVER && --entry.left == 0) {
          all.remove();
        }
        return entry.fault;
      }
    }
    return null;
  }
}
