package io.evcharging.month;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts as the source API would, from the calls alone: a bucket of its own, and each month. */
final class Referee {

  private static final int CAPACITY = 120;
  private static final double PER_MILLI = 2.0 / 60_000;
  private static final int PER_MONTH = 500;

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<Long, Integer> minutes = new TreeMap<>();
  private final Map<String, Integer> vehicles = new TreeMap<>();
  private double left = CAPACITY;
  private double least = CAPACITY;
  private long filledAt;
  private int beyondTheBucket;
  private int beyondTheMonth;
  private int calls;

  void call(String vehicleId, Instant at) {
    long now = at.toEpochMilli();
    left = Math.min(CAPACITY, left + (filledAt == 0 ? 0 : now - filledAt) * PER_MILLI);
    filledAt = now;
    // A bucket that gives whole calls and one that flows differ by less than this.
    if (left < 1 - 1e-6) {
      beyondTheBucket++;
    }
    left--;
    least = Math.min(least, left);
    calls++;
    minutes.merge(now / 60_000, 1, Integer::sum);
    vehicles.merge(vehicleId, 1, Integer::sum);
    String month = vehicleId + YearMonth.from(at.atOffset(ZoneOffset.UTC));
    if (months.merge(month, 1, Integer::sum) > PER_MONTH) {
      beyondTheMonth++;
    }
  }

  int calls() {
    return calls;
  }

  /** The most calls in one minute of the clock. */
  int mostInAMinute() {
    return minutes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Minute since 1970 to calls; minutes without any are left out. */
  Map<Long, Integer> minutes() {
    return minutes;
  }

  /** Calls of each vehicle that was called. */
  Map<String, Integer> vehicles() {
    return vehicles;
  }

  double leastLeft() {
    return least;
  }

  /** Calls that the source API would have refused. */
  int refused() {
    return beyondTheBucket + beyondTheMonth;
  }
}
