package io.evcharging.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Lets another producer block a thread of its own. */
final class CamelHttpProducer extends DefaultAsyncProducer {

  private final Producer blocking;
  private final Executor threads;

  CamelHttpProducer(Endpoint endpoint, Producer blocking, Executor threads) {
    super(endpoint);
    this.blocking = blocking;
    this.threads = threads;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    try {
      threads.execute(() -> call(exchange, callback));
      return false;
    } catch (RejectedExecutionException stopped) {
      exchange.setException(stopped);
      callback.done(true);
      return true;
    }
  }

  private void call(Exchange exchange, AsyncCallback callback) {
    try {
      CallDeadline.during(exchange, () -> blocking.process(exchange));
    } catch (Exception failed) {
      exchange.setException(failed);
    }
    callback.done(false);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    ServiceHelper.startService(blocking);
  }

  @Override
  protected void doStop() throws Exception {
    ServiceHelper.stopService(blocking);
    super.doStop();
  }
}
