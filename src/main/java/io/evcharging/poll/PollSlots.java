package io.evcharging.poll;

import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Lets so many polls be under way, and no more: who takes them from their queue waits here for a
 * free slot. The threads that take them do not bound them, because none waits for an answer.
 */
public final class PollSlots implements Processor {

  private final Semaphore free;

  /**
   * All slots are free.
   *
   * @param slots how many there are
   */
  public PollSlots(int slots) {
    free = new Semaphore(slots);
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    free.acquire();
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                free.release();
              }
            });
  }
}
