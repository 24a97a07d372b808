package io.evcharging.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5 without a thread for each call, within bounds that a slow or lying server
 * cannot move: an answer has a size and an end. It keeps no cookies, follows no redirect and
 * repeats nothing, so that a token goes nowhere else, and a retry is its caller's decision.
 */
public final class AsyncHttpClient implements AutoCloseable {

  /**
   * How long a connection outlasts the deadline of a call that is over: whoever watches deadlines
   * is to say first that it has passed.
   */
  private static final Duration LATE = Duration.ofSeconds(2);

  /** A firewall may forget a connection that is not used, and tell neither end. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private static final String NO_ANSWER = "no answer within %s s";

  private final HttpBounds bounds;
  private final String seconds;
  private final String tooLate;
  private final Clock clock;
  private final PoolingAsyncClientConnectionManager pool;
  private final CloseableHttpAsyncClient client;
  private final Map<Call, Instant> underWay = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /**
   * Starts the client's two threads.
   *
   * @param bounds of every call
   * @param reach how servers are reached, and how they show who they are
   * @param clock measures the deadline
   */
  public AsyncHttpClient(HttpBounds bounds, HttpReach reach, Clock clock) {
    this.bounds = bounds;
    this.seconds = String.valueOf(bounds.deadline().toMillis() / 1000.0).replaceAll("[.]0$", "");
    this.tooLate = "the answer took longer than " + seconds + " s";
    this.clock = clock;
    this.pool = HttpClientParts.pool(bounds, reach);
    this.client = HttpClientParts.client(bounds, reach, pool);
    client.start();
  }

  /** The most calls that are under way, but for those that fail at once. */
  int connections() {
    return bounds.connections();
  }

  /** The most of one answer, as it came and unpacked. */
  long maxBytes() {
    return bounds.maxBytes();
  }

  /**
   * Makes a call.
   *
   * @param request without a body
   * @param by when it must be over, if that is earlier than its own limit; {@code null} for that
   * @param then told once, on the client's thread, which it must not hold: the answer, or why there
   *     is none
   */
  void call(
      HttpRequest request,
      @Nullable Instant by,
      BiConsumer<@Nullable HttpAnswer, @Nullable Exception> then) {
    AnswerReader reader = new AnswerReader(bounds.maxBytes());
    Instant now = clock.instant();
    Instant end = now.plus(bounds.deadline());
    String late = tooLate;
    HttpClientContext context = HttpClientContext.create();
    if (by != null && by.isBefore(end)) {
      end = by;
      late = "not over at its deadline";
      Duration left = Duration.between(now, by).plus(LATE);
      context.setRequestConfig(HttpClientParts.requests(bounds, left));
    }
    Call call = new Call(reader, late, then);
    underWay.put(call, end);
    if (stopped) {
      call.failed(new IOException("stopping"));
      return;
    }
    try {
      Future<HttpAnswer> future =
          client.execute(new BasicRequestProducer(request, null), reader, context, call);
      call.cancelWith(future);
    } catch (RuntimeException notSent) {
      call.failed(notSent);
    }
  }

  /**
   * Ends all calls whose deadline has passed, those in the middle of an answer too, and closes
   * connections that nobody uses.
   *
   * @param now by the clock that measures the deadline
   */
  public void cancelOverdue(Instant now) {
    pool.closeIdle(IDLE);
    underWay.forEach(
        (call, end) -> {
          if (now.isAfter(end)) {
            call.end(call.late);
          }
        });
  }

  /**
   * Ends all calls that wait for an answer, and makes no more: a car may take minutes to answer,
   * and Camel's stop waits for it.
   */
  public void stop() {
    stopped = true;
    underWay.keySet().forEach(call -> call.end("stopping"));
  }

  @Override
  public void close() {
    stop();
    client.close(CloseMode.GRACEFUL);
  }

  /** One call, whose end is told once. */
  private final class Call implements FutureCallback<HttpAnswer> {

    private final AnswerReader reader;
    private final String late;
    private final BiConsumer<@Nullable HttpAnswer, @Nullable Exception> then;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Future<HttpAnswer> future;

    Call(
        AnswerReader reader,
        String late,
        BiConsumer<@Nullable HttpAnswer, @Nullable Exception> then) {
      this.reader = reader;
      this.late = late;
      this.then = then;
    }

    /** It may have been ended in the meantime. */
    void cancelWith(Future<HttpAnswer> sent) {
      future = sent;
      if (ended.get()) {
        sent.cancel(true);
      }
    }

    /** HttpClient 5.5 does not hear of a cancelled call on a connection that was there already. */
    void end(String why) {
      reader.abandon();
      failed(new IOException(why));
      Future<HttpAnswer> sent = future;
      if (sent != null) {
        sent.cancel(true);
      }
    }

    @Override
    public void completed(HttpAnswer answer) {
      tell(answer, null);
    }

    @Override
    public void failed(Exception cause) {
      HttpAnswer refusal = reader.refusal();
      if (refusal != null) {
        tell(refusal, null);
        return;
      }
      boolean timeout =
          cause instanceof SocketTimeoutException && !(cause instanceof ConnectTimeoutException);
      tell(null, timeout ? new SocketTimeoutException(NO_ANSWER.formatted(seconds)) : cause);
    }

    @Override
    public void cancelled() {
      failed(new IOException("cancelled"));
    }

    private void tell(@Nullable HttpAnswer answer, @Nullable Exception cause) {
      underWay.remove(this);
      if (ended.compareAndSet(false, true)) {
        then.accept(answer, cause);
      }
    }
  }
}
