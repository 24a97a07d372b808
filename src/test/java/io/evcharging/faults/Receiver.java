package io.evcharging.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the sink {@code rest} posts to. It notes what it has taken before it says so. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<Instant> refusals = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);

  private Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  static Receiver start() throws IOException {
    return new Receiver();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/observations";
  }

  /** From now on it answers so, and takes only with 204. */
  void answerWith(int next) {
    status.set(next);
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  /** When it was asked in vain. */
  List<Instant> refusals() {
    return refusals;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int answer = status.get();
      if (answer == 204) {
        arrivals.add(Arrival.of(body));
      } else {
        refusals.add(Instant.now());
      }
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
