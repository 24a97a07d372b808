package io.evcharging.standalone;

import io.evcharging.config.DoorConfig;
import io.evcharging.config.EvChargingConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The HTTP server, bounded where Camel leaves Vert.x without a bound: connections, requests at
 * once, and the time that a request may take to arrive. Camel takes the Vert.x that it finds in its
 * registry; this one makes servers that are bounded.
 */
final class HttpDoor extends VertxWrapper {

  /** For health and metrics: they must answer while all others wait for a car. */
  private static final int SPARE_THREADS = 20;

  private static final Duration LONGEST_WAIT_BEYOND_THE_CAR = Duration.ofMinutes(1);

  private final HttpLimits limits;
  private final Duration longestAnswer;
  private volatile boolean tls;

  private HttpDoor(VertxInternal vertx, DoorConfig config, Duration longestAnswer) {
    super(vertx);
    this.limits = new HttpLimits(vertx, config);
    this.longestAnswer = longestAnswer;
  }

  /** Starts Vert.x; the server comes with Camel. */
  static HttpDoor open(EvChargingConfig config) {
    Duration longestAnswer =
        config
            .smartcar()
            .connectTimeout()
            .plus(config.smartcar().responseTimeout())
            .plus(LONGEST_WAIT_BEYOND_THE_CAR);
    VertxOptions options =
        new VertxOptions()
            .setWorkerPoolSize(config.door().concurrency() + SPARE_THREADS)
            .setMaxWorkerExecuteTimeUnit(TimeUnit.SECONDS)
            .setMaxWorkerExecuteTime(longestAnswer.toSeconds());
    return new HttpDoor((VertxInternal) Vertx.vertx(options), config.door(), longestAnswer);
  }

  @Override
  public HttpServer createHttpServer(HttpServerOptions options) {
    // A connection that waits for a car is silent too; one without a request is closed sooner.
    options.setIdleTimeoutUnit(TimeUnit.SECONDS).setIdleTimeout((int) longestAnswer.toSeconds());
    options.setHttp2ClearTextEnabled(false);
    tls = options.isSsl();
    return super.createHttpServer(options).connectionHandler(limits::connected);
  }

  /** Once Camel has started: what is not for a route of Camel's is answered here. */
  void guard(CamelContext context) {
    HttpProblems problems = new HttpProblems();
    for (VertxPlatformHttpRouter router :
        context.getRegistry().findByType(VertxPlatformHttpRouter.class)) {
      router.route().order(Integer.MIN_VALUE).handler(limits).failureHandler(problems::failed);
      router.route().order(Integer.MAX_VALUE).handler(ctx -> problems.unknown(ctx, router));
      answerFailures(router, problems);
      if (router.getServer().getServer().requestHandler() instanceof Router root) {
        answerFailures(root, problems);
      }
    }
    limits.open();
  }

  /** Whether it speaks TLS, once Camel has started. */
  boolean tls() {
    return tls;
  }

  private static void answerFailures(Router router, HttpProblems problems) {
    HttpProblems.STATUSES.forEach(status -> router.errorHandler(status, problems::failed));
  }

  /** Ends the threads too. */
  void end() {
    delegate.close().toCompletionStage().toCompletableFuture().join();
  }
}
