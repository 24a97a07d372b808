package io.evcharging.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A source API that is slow, gives each answer a reading of its own, and remembers who called. */
final class Oem implements AutoCloseable {

  private static final String READING =
      """
      {"amperage":16,"wattage":3.6,"voltage":230,"isPluggedIn":true,"state":"CHARGING",\
      "socLimit":0.8,"energyAdded":11.52,"connector":"<invalid>","chargePortLatch":"Engaged"}""";
  private static final String TOOK =
      "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong reading = new AtomicLong(Instant.now().toEpochMilli());
  private final List<Call> polls = new CopyOnWriteArrayList<>();
  private final List<Call> commands = new CopyOnWriteArrayList<>();
  private final List<Long> kills = new CopyOnWriteArrayList<>();
  private final AtomicLong calls = new AtomicLong();
  private volatile boolean remembering = true;
  private volatile long delayMillis;

  /** When a vehicle was asked, or told, and what. */
  record Call(String vehicle, long at) {}

  private record Pause(long from, long to) {

    long millis() {
      return to - from;
    }

    boolean holds(long time) {
      return time >= from && time < to;
    }
  }

  private Oem(long delayMillis) throws IOException {
    this.delayMillis = delayMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static Oem start(long delayMillis) throws IOException {
    return new Oem(delayMillis);
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

  List<Call> polls() {
    return List.copyOf(polls);
  }

  List<Call> commands() {
    return List.copyOf(commands);
  }

  /** A node has been killed. */
  void killed() {
    kills.add(System.currentTimeMillis());
  }

  /** The longest that any car was not asked, in milliseconds. */
  long longestPause() {
    return pauses().stream().mapToLong(Pause::millis).max().orElse(0);
  }

  /**
   * Whether no car was left unasked for longer than that; twice as long where who was to take over
   * has been killed as well, and never longer.
   */
  boolean isAskedWithin(Duration limit) {
    return pauses().stream()
        .allMatch(
            pause -> {
              long killed = kills.stream().filter(pause::holds).count();
              return pause.millis() <= limit.toMillis() * (killed > 1 ? 2 : 1);
            });
  }

  private List<Pause> pauses() {
    Map<String, Long> last = new HashMap<>();
    List<Pause> pauses = new ArrayList<>();
    for (Call call : polls) {
      Long before = last.put(call.vehicle(), call.at());
      if (before != null) {
        pauses.add(new Pause(before, call.at()));
      }
    }
    return pauses;
  }

  /** Of both kinds. */
  long calls() {
    return calls.get();
  }

  /** Counts alone from now on. */
  void forget() {
    remembering = false;
    polls.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long at = System.currentTimeMillis();
    calls.incrementAndGet();
    boolean command = exchange.getRequestMethod().equals("POST");
    String vehicle = exchange.getRequestURI().getPath().split("/", -1)[3];
    String order = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (command) {
      commands.add(new Call(vehicle + " " + order, at));
    } else if (remembering) {
      polls.add(new Call(vehicle, at));
    }
    try (exchange) {
      Thread.sleep(delayMillis);
      byte[] body = (command ? TOOK : READING).getBytes(StandardCharsets.UTF_8);
      String now = Instant.ofEpochMilli(reading.incrementAndGet()).toString();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("SC-Data-Age", now);
      exchange.getResponseHeaders().add("SC-Fetched-At", now);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
