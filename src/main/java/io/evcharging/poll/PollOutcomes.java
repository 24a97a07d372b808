package io.evcharging.poll;

import io.evcharging.source.smartcar.SmartcarError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts the polls by source and outcome, and tells whoever listens. */
public final class PollOutcomes {

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  private final List<PollListener> listeners = new CopyOnWriteArrayList<>();

  private record Key(String source, PollOutcome outcome) {}

  /**
   * Tells of each poll from now on.
   *
   * @param listener kept for as long as this is
   */
  public void listen(PollListener listener) {
    listeners.add(listener);
  }

  /** Tells that a poll was put on the polls channel. */
  void planned(String source) {
    listeners.forEach(listener -> listener.planned(source));
  }

  /** Tells that a poll was taken from the polls channel. */
  void started(String source) {
    listeners.forEach(listener -> listener.started(source));
  }

  /** Tells how many vehicles had no turn at a tick, as they are ahead of their month's pace. */
  void ahead(String source, int vehicles) {
    listeners.forEach(listener -> listener.ahead(source, vehicles));
  }

  /** Tells that the source API has refused to answer about a vehicle. */
  void refused(String vehicleId, SmartcarError error) {
    listeners.forEach(listener -> listener.refused(vehicleId, error));
  }

  /**
   * Counts one poll.
   *
   * @param millis how long it took
   */
  void count(String source, PollOutcome outcome, long millis) {
    counts.computeIfAbsent(new Key(source, outcome), key -> new LongAdder()).increment();
    listeners.forEach(listener -> listener.ended(source, outcome, millis));
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
