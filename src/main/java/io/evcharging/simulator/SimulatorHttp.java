package io.evcharging.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator's HTTP/1.1 server: reads requests, writes replies, late or damaged if told so. */
final class SimulatorHttp implements AutoCloseable {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final int WAITING = 10_000;

  static {
    // The server reads these once, when its first instance is made. Without the first, the kernel
    // holds small answers back for 40 ms; the others keep connections open that are merely idle.
    preset("sun.net.httpserver.nodelay", "true");
    preset("sun.net.httpserver.maxIdleConnections", "10000");
    preset("sun.net.httpserver.idleInterval", "300");
  }

  private final HttpServer server;
  private final Gateway gateway;
  private final ExecutorService workers;
  private final ScheduledExecutorService late;
  private final Seeded chance;
  private final AtomicLong requests = new AtomicLong();
  private final String host;

  private SimulatorHttp(HttpServer server, SimulatorSettings settings, Gateway gateway) {
    this.server = server;
    this.gateway = gateway;
    this.host = settings.host();
    this.chance = new Seeded(settings.seed(), "requests");
    this.workers =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            named("evcharging-simulator-"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    this.late = Executors.newSingleThreadScheduledExecutor(named("evcharging-simulator-late-"));
  }

  static SimulatorHttp listen(SimulatorSettings settings, Gateway gateway) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    HttpServer server;
    try {
      server = HttpServer.create(address, 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
    }
    SimulatorHttp http = new SimulatorHttp(server, settings, gateway);
    server.createContext("/", http::handle);
    server.setExecutor(http.workers);
    server.start();
    return http;
  }

  URI origin() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    late.shutdownNow();
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    Reply reply = body.length > LARGEST_BODY ? tooLarge() : gateway.answer(request(exchange, body));
    if (reply.delay().isZero()) {
      write(exchange, reply);
    } else {
      var unused =
          late.schedule(
              () -> workers.execute(() -> writeLate(exchange, reply)),
              reply.delay().toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private Request request(HttpExchange exchange, byte[] body) {
    URI uri = exchange.getRequestURI();
    return new Request(
        requestId(),
        exchange.getRequestMethod(),
        Request.segments(uri),
        Request.query(uri),
        exchange.getRequestHeaders()::getFirst,
        body,
        exchange.getRemoteAddress().getAddress().isLoopbackAddress());
  }

  private String requestId() {
    long number = requests.incrementAndGet();
    return new UUID(chance.bits(number, 1), chance.bits(number, 2)).toString();
  }

  private static Reply tooLarge() {
    ApiException refusal =
        new ApiException(413, "VALIDATION", null, "A body has at most 64 KiB here.");
    return Reply.json(413, Generation.V2.error(refusal, ""));
  }

  private static void writeLate(HttpExchange exchange, Reply reply) {
    try {
      write(exchange, reply);
    } catch (IOException e) {
      // The caller has given up waiting, as callers of a slow server do.
      exchange.close();
    }
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      byte[] body = reply.body();
      if (body == null) {
        return;
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      long length = body.length + reply.padding();
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      OutputStream out = exchange.getResponseBody();
      if (reply.padding() > 0) {
        writePadded(out, body, reply.padding());
      } else {
        out.write(body, 0, reply.sent());
      }
      out.flush();
    }
  }

  private static void writePadded(OutputStream out, byte[] frame, long padding) throws IOException {
    int tail = 2;
    out.write(frame, 0, frame.length - tail);
    byte[] block = new byte[8192];
    Arrays.fill(block, (byte) 'x');
    for (long left = padding; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
    out.write(frame, frame.length - tail, tail);
  }

  private static void preset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
