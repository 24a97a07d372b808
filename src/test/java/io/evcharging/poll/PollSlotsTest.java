package io.evcharging.poll;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** So many polls are under way at the same time, and no slot is ever lost. */
class PollSlotsTest {

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Deque<Exchange> underWay = new ArrayDeque<>();
  private final AtomicInteger begun = new AtomicInteger();
  private volatile Thread waits = new Thread(() -> {});

  @AfterEach
  void stop() {
    waits.interrupt();
  }

  @Test
  void shouldGiveASlotBackAtOnceWhereThereAreFew() throws Exception {
    PollSlots slots = full(16);
    waitsFor(slots, 1);
    end();
    await().until(() -> begun.get() == 1);
  }

  @Test
  void shouldGiveAFewBackTogetherWhereThereAreMany() throws Exception {
    PollSlots slots = full(64);
    waitsFor(slots, 4);
    end();
    end();
    end();
    assertEquals(0, begun.get());
    end();
    await().until(() -> begun.get() == 4);
  }

  @Test
  void shouldKeepNoneBackWhereNoOtherPollWouldBringItAlong() throws Exception {
    PollSlots slots = new PollSlots(64, new Intake(() -> false));
    begin(slots);
    end();
    for (int slot = 0; slot < 64; slot++) {
      begin(slots);
    }
    assertEquals(64, underWay.size());
  }

  private PollSlots full(int number) throws Exception {
    PollSlots slots = new PollSlots(number, new Intake(() -> false));
    for (int slot = 0; slot < number; slot++) {
      begin(slots);
    }
    return slots;
  }

  private void begin(PollSlots slots) throws Exception {
    Exchange exchange = new DefaultExchange(context);
    slots.process(exchange);
    underWay.add(exchange);
  }

  private void end() {
    Exchange exchange = underWay.remove();
    exchange
        .getExchangeExtension()
        .handoverCompletions()
        .forEach(completion -> completion.onComplete(exchange));
  }

  /** On a thread of its own, which takes the next polls from the queue. */
  private void waitsFor(PollSlots slots, int polls) {
    waits =
        new Thread(
            () -> {
              try {
                for (int poll = 0; poll < polls; poll++) {
                  slots.process(new DefaultExchange(context));
                  begun.incrementAndGet();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waits.start();
    await().until(() -> waits.getState() == Thread.State.WAITING);
  }
}
