package io.evcharging.poll;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Does something when an exchange is over, however it ended; the last thing that was asked for
 * comes first. Camel is told of one thing for each exchange: several it would put in order at the
 * begin and the end of each route.
 */
final class WhenOver extends SynchronizationAdapter {

  private static final String PROPERTY = "evcharging.whenOver";

  private final Deque<Runnable> all = new ArrayDeque<>();

  private WhenOver() {}

  static void of(Exchange exchange, Runnable then) {
    WhenOver over = (WhenOver) exchange.getProperty(PROPERTY);
    if (over == null) {
      over = new WhenOver();
      exchange.setProperty(PROPERTY, over);
      exchange.getExchangeExtension().addOnCompletion(over);
    }
    over.all.push(then);
  }

  @Override
  public void onDone(Exchange exchange) {
    try {
      all.pop().run();
    } finally {
      if (!all.isEmpty()) {
        onDone(exchange);
      }
    }
  }
}
