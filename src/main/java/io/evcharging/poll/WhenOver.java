package io.evcharging.poll;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Does something when an exchange is over, however it ended. */
final class WhenOver extends SynchronizationAdapter {

  private final Runnable then;

  private WhenOver(Runnable then) {
    this.then = then;
  }

  static void of(Exchange exchange, Runnable then) {
    exchange.getExchangeExtension().addOnCompletion(new WhenOver(then));
  }

  @Override
  public void onDone(Exchange exchange) {
    then.run();
  }
}
