package io.evcharging.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** A small HTTP server at the end of the sink {@code rest}. */
final class DemoReceiver implements AutoCloseable {

  private static final String PATH = "/observations";
  private static final int NO_CONTENT = 204;
  private static final int NO_BODY = -1;

  private final HttpServer server;

  private DemoReceiver(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on any free loopback port.
   *
   * @param receiver gets each body before the sender gets its answer
   */
  static DemoReceiver start(Consumer<byte[]> receiver) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(PATH, exchange -> receive(exchange, receiver));
    server.start();
    return new DemoReceiver(server);
  }

  private static void receive(HttpExchange exchange, Consumer<byte[]> receiver) throws IOException {
    try (exchange) {
      receiver.accept(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
    }
  }

  String url() {
    return "http://%s:%d%s".formatted(EmbeddedBroker.HOST, server.getAddress().getPort(), PATH);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
