package io.evcharging.http;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.HandClock;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A server, the client, and a context with the component. */
final class AsyncHttpStage implements AutoCloseable {

  static final int CONNECTIONS = 200;
  static final int MAX_BYTES = 4096;

  final HandClock clock = HandClock.at("2026-11-20T08:15:00Z");
  final StubApi api;
  final AsyncHttpClient client;
  final DefaultCamelContext context = new DefaultCamelContext();
  final ProducerTemplate template;
  private final CountDownLatch closed = new CountDownLatch(1);

  AsyncHttpStage(HttpHandler handler, Duration deadline) throws IOException {
    this(handler, deadline, HttpReach.USUAL);
  }

  AsyncHttpStage(HttpHandler handler, Duration deadline, HttpReach reach) throws IOException {
    api = StubApi.answering(handler);
    HttpBounds bounds = new HttpBounds(MAX_BYTES, Duration.ofSeconds(5), deadline, CONNECTIONS);
    client = new AsyncHttpClient(bounds, reach, clock);
    context.addComponent("evcharging-http", new AsyncHttpComponent(context, client, 4));
    context.start();
    template = context.createProducerTemplate();
  }

  /** Waits until the end. */
  void silent() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets go whoever is silent. */
  void speak() {
    closed.countDown();
  }

  CompletableFuture<Exchange> ask(String path) {
    return template.asyncSend(
        "evcharging-http:" + api.origin() + "/v2.0",
        asking -> {
          asking.getMessage().setHeader(Exchange.HTTP_PATH, path);
          asking.getMessage().setHeader(Exchange.HTTP_QUERY, "page%5Bsize%5D=200");
          asking.getMessage().setHeader("Authorization", "Bearer secret");
          asking.getMessage().setHeader("CamelSomething", "inner");
        });
  }

  Exchange answer(String path) throws Exception {
    return ask(path).get(30, TimeUnit.SECONDS);
  }

  static String text(Exchange answer) {
    return new String((byte[]) answer.getMessage().getBody(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    speak();
    template.stop();
    context.stop();
    client.close();
    api.close();
  }
}
