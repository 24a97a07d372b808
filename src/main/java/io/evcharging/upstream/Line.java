package io.evcharging.upstream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Those who wait for their moment, and those whose moment has come. Guarded by its plan. */
final class Line {

  /** A mass of vehicles that were suspended while they waited is gone in some seconds. */
  private static final int SENT_AWAY = 1000;

  private final PriorityQueue<Pace> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Pace::waitsFor));
  private final List<Pace> ready = new ArrayList<>();

  void await(Pace pace, long at) {
    pace.waitsFor = Math.max(1, at);
    waiting.add(pace);
  }

  /** How many have had their moment. */
  int ready(long now) {
    while (!waiting.isEmpty() && waiting.peek().waitsFor <= now) {
      ready.add(waiting.poll());
    }
    return ready.size();
  }

  int ready() {
    return ready.size();
  }

  /**
   * The hungriest first, where not all can be taken; those who may not be taken are sent away.
   * Looks at a few more than it may take and not at all again and again: the rest have the next
   * second.
   */
  List<Pace> take(int most, Predicate<Pace> may, ToDoubleFunction<Pace> hunger) {
    if ((long) most + SENT_AWAY < ready.size()) {
      hungriestLast(most + SENT_AWAY, hunger);
    } else if (most < ready.size()) {
      ready.sort(Comparator.comparingDouble(hunger));
    } else {
      Collections.reverse(ready);
    }
    int left = ready.size();
    int end = Math.max(0, left - most - SENT_AWAY);
    List<Pace> taken = new ArrayList<>(Math.min(most, left));
    while (left > end && taken.size() < most) {
      Pace pace = ready.get(--left);
      pace.waitsFor = 0;
      if (may.test(pace)) {
        taken.add(pace);
      }
    }
    ready.subList(left, ready.size()).clear();
    return taken;
  }

  /** Puts so many of them at the end, the hungriest as the last one; the others in any order. */
  private void hungriestLast(int count, ToDoubleFunction<Pace> hunger) {
    PriorityQueue<Hungry> hungriest =
        new PriorityQueue<>(Comparator.comparingDouble(Hungry::hunger));
    List<Pace> others = new ArrayList<>(ready.size());
    for (Pace pace : ready) {
      hungriest.add(new Hungry(pace, hunger.applyAsDouble(pace)));
      if (hungriest.size() > count) {
        others.add(hungriest.remove().pace());
      }
    }
    ready.clear();
    ready.addAll(others);
    while (!hungriest.isEmpty()) {
      ready.add(hungriest.remove().pace());
    }
  }

  private record Hungry(Pace pace, double hunger) {}
}
