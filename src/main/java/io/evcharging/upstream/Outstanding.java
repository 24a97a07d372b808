package io.evcharging.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Polls that were given out and have not taken their call yet: their part of the budget is not to
 * be given out again. What has not started in time is forgotten: it is lost, or runs elsewhere.
 */
final class Outstanding {

  private final long patience;
  private final AtomicInteger count = new AtomicInteger();
  private volatile long since;

  Outstanding(Duration patience) {
    this.patience = patience.toMillis();
  }

  void add(int polls, long now) {
    if (polls > 0) {
      count.addAndGet(polls);
      since = now;
    }
  }

  void remove() {
    count.updateAndGet(polls -> Math.max(0, polls - 1));
  }

  int count(long now) {
    if (now - since > patience) {
      count.set(0);
    }
    return count.get();
  }
}
