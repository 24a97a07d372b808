package io.evcharging.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A source API where each answer is a reading of its own, so that each must arrive. */
final class Cars implements AutoCloseable {

  private static final String ANSWER =
      """
      {"amperage":16,"wattage":3.6,"voltage":230,"isPluggedIn":true,"state":"CHARGING",\
      "socLimit":0.8,"energyAdded":11.52,"connector":"<invalid>","chargePortLatch":"Engaged"}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicLong reading = new AtomicLong(Instant.now().toEpochMilli());

  private Cars() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static Cars start() throws IOException {
    return new Cars();
  }

  /** So many cars, as the vehicles file lists them. */
  static void list(Path file, int count) throws IOException {
    StringBuilder yaml = new StringBuilder("vehicles:\n");
    for (int number = 0; number < count; number++) {
      yaml.append("  - {id: car-").append(number).append(", brand: tesla}\n");
    }
    Files.writeString(file, yaml);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v2.0";
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      String now = Instant.ofEpochMilli(reading.incrementAndGet()).toString();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("SC-Data-Age", now);
      exchange.getResponseHeaders().add("SC-Fetched-At", now);
      exchange.getResponseHeaders().add("SC-Unit-System", "metric");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
