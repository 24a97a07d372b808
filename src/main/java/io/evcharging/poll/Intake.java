package io.evcharging.poll;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Stands first where a queue is emptied, and takes nothing any more when this process ends, or may
 * not work. What its consumers had asked for before they were suspended comes all the same: it goes
 * back to the broker, not at once, or each of them would be given it in turn, and the broker would
 * take it for poison.
 */
public final class Intake implements Processor {

  /** A consumer waits a second for a message; after that a suspended one asks for no more. */
  private static final Duration HOLD = Duration.ofSeconds(2);

  private final BooleanSupplier cutOff;
  private volatile boolean closed;

  /**
   * Takes all that comes.
   *
   * @param cutOff whether this node must not work, at any time
   */
  public Intake(BooleanSupplier cutOff) {
    this.cutOff = cutOff;
  }

  /** This process ends. */
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    boolean unused = takes(exchange);
  }

  /** Whether it goes on; else it has been seen to. */
  boolean takes(Exchange exchange) throws InterruptedException {
    if (!closed && !cutOff.getAsBoolean()) {
      return true;
    }
    if (comesBack(exchange)) {
      exchange.setRollbackOnly(true);
      Thread.sleep(HOLD.toMillis());
    } else {
      exchange.setRouteStop(true); // what waits in memory ends with it
    }
    return false;
  }

  /** What has begun and did not end in time: another node may do it. */
  void giveBackIfClosed(Exchange exchange) {
    if (closed && comesBack(exchange)) {
      exchange.setRollbackOnly(true);
    }
  }

  private static boolean comesBack(Exchange exchange) {
    return exchange.getFromEndpoint() instanceof JmsEndpoint queue && queue.isTransacted();
  }
}
