package io.evcharging.cluster;

import io.evcharging.cluster.FiredTicks.Tick;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What became of each tick of a schedule that fires at full multiples of a period, by what
 * PostgreSQL has seen. A tick that has no place among them makes up for those that were missed.
 *
 * @param fired all, but for those made again
 * @param twice fired once more, on the same node or on another
 * @param again made again by another node, as the one that had begun them was dead
 * @param missing never fired
 * @param madeUp fired late, for one or more that were missed
 * @param tooMany of them, beyond one for each row of missed ones
 * @param longestPause between two that were fired
 */
record TickLedger(
    int fired,
    int twice,
    int again,
    long missing,
    int madeUp,
    long tooMany,
    Duration longestPause) {

  static TickLedger of(List<Tick> ticks, Duration period) {
    List<Tick> own = ticks.stream().filter(tick -> !tick.recovered()).toList();
    NavigableSet<Long> dues =
        own.stream().map(Tick::due).collect(Collectors.toCollection(TreeSet::new));
    NavigableSet<Long> onTime = new TreeSet<>(dues);
    onTime.removeIf(due -> due % period.toMillis() != 0);
    return new TickLedger(
        own.size(),
        own.size() - dues.size(),
        ticks.size() - own.size(),
        pauses(onTime).map(pause -> pause / period.toMillis() - 1).sum(),
        dues.size() - onTime.size(),
        tooMany(onTime, dues, period.toMillis()),
        Duration.ofMillis(pauses(dues).max().orElse(0)));
  }

  private static LongStream pauses(NavigableSet<Long> dues) {
    return dues.stream()
        .filter(due -> dues.higher(due) != null)
        .mapToLong(due -> dues.higher(due) - due);
  }

  /** Between two that were on time, one when others are missing between them, else none. */
  private static long tooMany(NavigableSet<Long> onTime, NavigableSet<Long> dues, long period) {
    long tooMany = 0;
    for (Long due : onTime) {
      Long next = onTime.higher(due);
      if (next != null) {
        int between = dues.subSet(due, false, next, false).size();
        tooMany += Math.max(0, between - (next - due > period ? 1 : 0));
      }
    }
    return tooMany;
  }

  /** Whether each was fired once, no more were made again than nodes died, and none was silent. */
  boolean isRight(int deaths, Duration silence) {
    return fired > 0
        && twice == 0
        && again <= deaths
        && tooMany == 0
        && longestPause.compareTo(silence) <= 0;
  }

  @Override
  public String toString() {
    return ("ticks fired %d, twice %d, begun by a dead node and made again %d, missing %d,"
            + " made up for by %d, beyond one for each row of missing ones %d, longest pause %d ms")
        .formatted(fired, twice, again, missing, madeUp, tooMany, longestPause.toMillis());
  }
}
