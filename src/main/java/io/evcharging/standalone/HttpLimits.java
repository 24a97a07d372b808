package io.evcharging.standalone;

import io.evcharging.config.DoorConfig;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds connections and requests: a connection without a request is closed after a while, and so
 * is one whose request does not arrive as a whole; and of what needs a thread only so much at once.
 */
final class HttpLimits implements Handler<RoutingContext> {

  private static final String COMMANDS = "/api/";
  private static final int CONNECTIONS_PER_REQUEST = 4;

  private final Vertx vertx;
  private final int mostRequests;
  private final int mostConnections;
  private final long patienceMillis;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean open;

  /** Open connections; the timer that closes one, 0 while it has a request. */
  private final Map<HttpConnection, Long> connections = new ConcurrentHashMap<>();

  HttpLimits(Vertx vertx, DoorConfig config) {
    this.vertx = vertx;
    this.mostRequests = config.concurrency();
    this.mostConnections = config.concurrency() * CONNECTIONS_PER_REQUEST;
    this.patienceMillis = config.idleTimeout().toMillis();
  }

  /** Lets connections in: before, there are no routes, and the server would say so in its words. */
  void open() {
    open = true;
  }

  void connected(HttpConnection connection) {
    if (!open || connections.size() >= mostConnections) {
      connection.close();
      return;
    }
    closeUnlessAsked(connection);
    connection.closeHandler(closed -> cancel(connections.remove(connection)));
  }

  private void closeUnlessAsked(HttpConnection connection) {
    connections.put(connection, vertx.setTimer(patienceMillis, late -> connection.close()));
  }

  private void cancel(@Nullable Long timer) {
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    HttpConnection connection = request.connection();
    cancel(connections.replace(connection, 0L));
    long timer = vertx.setTimer(patienceMillis, late -> refuseUnlessArrived(ctx));
    boolean command = ctx.normalizedPath().startsWith(COMMANDS);
    if (command) {
      takeFormsForBytes(request);
      ctx.response().putHeader("Cache-Control", "no-store");
    }
    boolean tooMany = command && requests.incrementAndGet() > mostRequests;
    ctx.addEndHandler(
        end -> {
          vertx.cancelTimer(timer);
          if (command) {
            requests.decrementAndGet();
          }
          if (connections.containsKey(connection)) {
            closeUnlessAsked(connection);
          }
        });
    if (!isChunkedOrPlain(request)) {
      ctx.fail(501);
    } else if (tooMany) {
      ctx.response().putHeader("Retry-After", "1");
      ctx.fail(503);
    } else {
      ctx.next();
    }
  }

  /** Else a form becomes headers, and its files are on the disk, before any route has seen it. */
  private static void takeFormsForBytes(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      request.headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    }
  }

  /** Any other coding Vert.x would not decode, and take for the body itself. */
  private static boolean isChunkedOrPlain(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
  }

  private static void refuseUnlessArrived(RoutingContext ctx) {
    if (!ctx.request().isEnded() && !ctx.response().ended()) {
      ctx.fail(408);
    }
  }
}
