package io.evcharging.poll;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the polls by source and outcome. */
public final class PollOutcomes {

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  private record Key(String source, PollOutcome outcome) {}

  /** Counts one poll. */
  public void count(String source, PollOutcome outcome) {
    counts.computeIfAbsent(new Key(source, outcome), key -> new LongAdder()).increment();
  }

  /**
   * How many polls of a source ended so, since the start.
   *
   * @return 0 when none did
   */
  public long of(String source, PollOutcome outcome) {
    LongAdder count = counts.get(new Key(source, outcome));
    return count == null ? 0 : count.sum();
  }

  /** All polls of all sources by outcome, for a glance; outcomes that never were are left out. */
  public Map<PollOutcome, Long> totals() {
    Map<PollOutcome, Long> totals = new TreeMap<>();
    counts.forEach((key, count) -> totals.merge(key.outcome(), count.sum(), Long::sum));
    return totals;
  }
}
