package io.evcharging.poll;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Lets so many polls be under way, and no more: who takes them from their queue waits here for a
 * free slot. The threads that take them do not bound them, because none waits for an answer.
 *
 * <p>Where there are many slots, a few are given back at a time: to wake a thread up for each poll
 * costs as much as its mapping. What is kept back meanwhile is a sixteenth at the most, and nothing
 * where no other poll is under way that would bring it along.
 */
public final class PollSlots implements Processor {

  private static final int SHARE = 16;
  private static final int MOST = 8;

  private final Intake intake;
  private final Semaphore free;
  private final int together;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger keptBack = new AtomicInteger();

  /**
   * All slots are free.
   *
   * @param slots how many there are
   * @param intake says whether any poll is taken
   */
  public PollSlots(int slots, Intake intake) {
    this.intake = intake;
    free = new Semaphore(slots);
    together = Math.max(1, Math.min(MOST, slots / SHARE));
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    if (!intake.takes(exchange)) {
      return;
    }
    free.acquire();
    taken.incrementAndGet();
    WhenOver.of(exchange, this::giveBack);
  }

  /** Of those that end at the same time, the last one sees what all have kept back. */
  private void giveBack() {
    int kept = keptBack.incrementAndGet();
    int others = taken.decrementAndGet();
    if (kept >= together || others == 0) {
      free.release(keptBack.getAndSet(0));
    }
  }
}
