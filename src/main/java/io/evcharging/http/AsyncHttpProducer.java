package io.evcharging.http;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Sends a request and lets its thread go; the route goes on when the answer has come. */
final class AsyncHttpProducer extends DefaultAsyncProducer {

  private final AsyncHttpClient client;
  private final HttpMessages messages;
  private final Executor goingOn;

  AsyncHttpProducer(
      AsyncHttpEndpoint endpoint, AsyncHttpClient client, HttpMessages messages, Executor goingOn) {
    super(endpoint);
    this.client = client;
    this.messages = messages;
    this.goingOn = goingOn;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    HttpRequest request;
    try {
      request = messages.request(exchange.getMessage());
    } catch (RuntimeException unspeakable) {
      exchange.setException(unspeakable);
      callback.done(true);
      return true;
    }
    client.call(
        request,
        CallDeadline.of(exchange),
        (answer, failure) -> goOn(() -> end(exchange, callback, answer, failure)));
    return false;
  }

  /** A poll ends in any case, also when the component has been stopped. */
  private void goOn(Runnable end) {
    try {
      goingOn.execute(end);
    } catch (RejectedExecutionException stopped) {
      end.run();
    }
  }

  private void end(
      Exchange exchange,
      AsyncCallback callback,
      @Nullable HttpAnswer answer,
      @Nullable Exception failure) {
    try {
      if (answer == null) {
        exchange.setException(failure);
      } else {
        HttpMessages.answer(exchange.getMessage(), answer, Gunzip.body(answer, client.maxBytes()));
      }
    } catch (IOException | RuntimeException unreadable) {
      exchange.setException(unreadable);
    }
    callback.done(false);
  }
}
