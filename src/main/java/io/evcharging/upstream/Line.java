package io.evcharging.upstream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Those who wait for their moment, and those whose moment has come. Guarded by its plan. */
final class Line {

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

  /** The hungriest first, where not all can be taken; those who may not be taken are sent away. */
  List<Pace> take(int most, Predicate<Pace> may, ToDoubleFunction<Pace> hunger) {
    if (most < ready.size()) {
      ready.sort(Comparator.comparingDouble(pace -> -hunger.applyAsDouble(pace)));
    }
    List<Pace> taken = new ArrayList<>(Math.min(most, ready.size()));
    int looked = 0;
    while (looked < ready.size() && taken.size() < most) {
      Pace pace = ready.get(looked++);
      pace.waitsFor = 0;
      if (may.test(pace)) {
        taken.add(pace);
      }
    }
    ready.subList(0, looked).clear();
    return taken;
  }
}
