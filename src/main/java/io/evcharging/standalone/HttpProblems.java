package io.evcharging.standalone;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.door.rest.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the HTTP server itself refuses, answered like what the routes refuse. */
final class HttpProblems {

  /** Whatever the server may answer by itself. */
  static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 417, 431, 500, 501, 503);

  private static final Pattern AMPERAGE = Pattern.compile("/api/vehicles/[^/]*/charge/amperage");
  private static final int LINGER_MILLIS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(HttpProblems.class);

  void failed(RoutingContext ctx) {
    int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
    if (status == 500 && !readable(ctx)) {
      status = 400;
    } else if (status == 500 && !(ctx.failure() instanceof HttpClosedException)) {
      LOG.error("a request of the HTTP door failed", ctx.failure());
    }
    answer(ctx, status);
  }

  /** Vert.x looks at the escapes of path and query only when somebody asks for them. */
  private static boolean readable(RoutingContext ctx) {
    try {
      return ctx.normalizedPath() != null && ctx.queryParams() != null;
    } catch (IllegalArgumentException | HttpException brokenEscape) {
      return false;
    }
  }

  /** No route took it: the path is another one, or the method is. */
  void unknown(RoutingContext ctx, Router router) {
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : router.getRoutes()) {
      if (route.methods() != null && pattern(route).matcher(ctx.normalizedPath()).matches()) {
        route.methods().stream().map(HttpMethod::name).forEach(methods::add);
      }
    }
    if (methods.isEmpty()) {
      answer(ctx, 404);
    } else {
      ctx.response().putHeader("Allow", String.join(", ", methods));
      answer(ctx, 405);
    }
  }

  private static Pattern pattern(Route route) {
    String path = route.getPath();
    return Pattern.compile(path == null ? "(?!)" : path.replaceAll(":[A-Za-z]+", "[^/]+"));
  }

  private static void answer(RoutingContext ctx, int status) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed() || response.headWritten()) {
      return;
    }
    // What was not read of the request must not be taken for the next one.
    if (hasBody(ctx.request()) && !ctx.request().isEnded()) {
      response.putHeader("Connection", "close");
      closeAfterwards(ctx);
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", Problem.TYPE)
        .end(Buffer.buffer(Problem.of(status, outcome(ctx, status), null)));
  }

  /** Not at once: while it is still being sent to, the other side would not see the answer. */
  private static void closeAfterwards(RoutingContext ctx) {
    HttpConnection connection = ctx.request().connection();
    ctx.vertx().setTimer(LINGER_MILLIS, over -> connection.close());
    ctx.request().handler(dropped -> {}).endHandler(end -> connection.close()).resume();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  /** Only of a command there is one. */
  private static @Nullable CommandOutcome outcome(RoutingContext ctx, int status) {
    boolean command =
        HttpMethod.POST.equals(ctx.request().method())
            && AMPERAGE.matcher(String.valueOf(ctx.request().path())).matches();
    boolean invalid = status == 400 || status == 413 || status == 415;
    return command && invalid ? CommandOutcome.INVALID : null;
  }
}
