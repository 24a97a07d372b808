package io.evcharging.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was asked, and remembers the last 1000 requests. Thread-safe. */
public final class CallLog {

  private static final int KEPT = 1000;

  private final Map<String, Map<String, LongAdder>> byVehicle = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
  private final LongAdder total = new LongAdder();
  private final Deque<Call> recent = new ArrayDeque<>();

  CallLog() {}

  /**
   * All requests, those to the control door excepted.
   *
   * @return since the start or the last reset
   */
  public long total() {
    return total.sum();
  }

  /**
   * Requests for a vehicle.
   *
   * @param vehicleId one of the fleet; others are never counted
   * @return since the start or the last reset
   */
  public long count(String vehicleId) {
    return paths(vehicleId).values().stream().mapToLong(LongAdder::sum).sum();
  }

  /**
   * Requests for a vehicle and a path.
   *
   * @param vehicleId one of the fleet
   * @param path after the id, without a slash before: {@code tesla/charge}, {@code signals}
   * @return since the start or the last reset
   */
  public long count(String vehicleId, String path) {
    LongAdder count = paths(vehicleId).get(path);
    return count == null ? 0 : count.sum();
  }

  /**
   * Requests by path, for a vehicle.
   *
   * @param vehicleId one of the fleet
   * @return a copy, sorted
   */
  public Map<String, Long> byPath(String vehicleId) {
    return sums(paths(vehicleId));
  }

  /**
   * Requests by the status of their answer; 0 where the connection was closed instead.
   *
   * @return a copy, sorted
   */
  public Map<Integer, Long> byStatus() {
    return sums(byStatus);
  }

  /**
   * The last requests, 1000 at most.
   *
   * @return a copy, oldest first
   */
  public List<Call> recent() {
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }

  /** Starts to count from 0. */
  public void reset() {
    byVehicle.clear();
    byStatus.clear();
    total.reset();
    synchronized (recent) {
      recent.clear();
    }
  }

  void countVehicle(String vehicleId, String path) {
    byVehicle
        .computeIfAbsent(vehicleId, id -> new ConcurrentHashMap<>())
        .computeIfAbsent(path, key -> new LongAdder())
        .increment();
  }

  void add(Call call) {
    total.increment();
    byStatus.computeIfAbsent(call.status(), key -> new LongAdder()).increment();
    synchronized (recent) {
      if (recent.size() == KEPT) {
        recent.removeFirst();
      }
      recent.addLast(call);
    }
  }

  private Map<String, LongAdder> paths(String vehicleId) {
    return byVehicle.getOrDefault(vehicleId, Map.of());
  }

  private static <K extends Comparable<K>> Map<K, Long> sums(Map<K, LongAdder> counts) {
    Map<K, Long> sums = new TreeMap<>();
    counts.forEach((key, count) -> sums.put(key, count.sum()));
    return sums;
  }
}
