package io.evcharging.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The end of the sink {@code rest}: takes what comes, unless it is told to be in a mood. */
final class FlakyReceiver implements AutoCloseable {

  private static final int SLOW_MILLIS = 300;

  /** How it answers. */
  enum Mood {
    WELL,
    BUSY,
    BROKEN,
    SLOW,
    SILENT
  }

  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpServer server;
  private volatile Mood mood = Mood.WELL;

  private FlakyReceiver(HttpServer server) {
    this.server = server;
  }

  static FlakyReceiver start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FlakyReceiver receiver = new FlakyReceiver(HttpServer.create(any, 0));
    receiver.server.createContext("/", receiver::handle);
    receiver.server.setExecutor(receiver.threads);
    receiver.server.start();
    return receiver;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      int status = status();
      if (status == 204) {
        ids.add(String.valueOf(exchange.getRequestHeaders().getFirst("ce-id")));
      }
      if (status == 429) {
        exchange.getResponseHeaders().set("Retry-After", "2");
      }
      if (status > 0) {
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }

  private int status() {
    return switch (mood) {
      case BUSY -> 429;
      case BROKEN -> 503;
      case SLOW -> {
        pause();
        yield 204;
      }
      case SILENT -> 0;
      default -> 204;
    };
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void feel(Mood next) {
    mood = next;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The ids of all observations that it has taken. */
  Set<String> ids() {
    return ids;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
