package io.evcharging.poll;

import io.evcharging.http.CallDeadline;
import io.evcharging.http.TooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that a slow or lying server cannot hold: an answer has a size and an end. It keeps
 * no cookies, follows no redirect and repeats nothing, so that a token goes nowhere else, and a
 * retry is the routes' decision and counted.
 */
public final class BoundedHttpClient implements HttpClientConfigurer {

  private final long maxBytes;
  private final Duration connectTimeout;
  private final Duration deadline;
  private final Clock clock;
  private final Map<Cancellable, Instant> underWay = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /**
   * Bounds every call.
   *
   * @param maxBytes the most of one answer, after decompression
   * @param connectTimeout for a connection, a free one of the pool or a new one
   * @param deadline for the first byte of an answer, and for the last one
   * @param clock measures the deadline
   */
  public BoundedHttpClient(long maxBytes, Duration connectTimeout, Duration deadline, Clock clock) {
    this.maxBytes = maxBytes;
    this.connectTimeout = connectTimeout;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client
        .setDefaultRequestConfig(timeouts())
        .disableCookieManagement()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .addRequestInterceptorFirst(
            (request, entity, context) -> {
              // The source API was seen to answer 404 to a GET without it.
              if (!request.containsHeader("Content-Type")) {
                request.setHeader("Content-Type", "application/json");
              }
            });
    boundAnswers(client);
  }

  /**
   * Bounds the answers alone, and leaves the rest of the client as it is: they are to end within
   * the client's own response timeout, where it has one.
   *
   * @param client to be built
   */
  public void boundAnswers(HttpClientBuilder client) {
    // Outermost, so that what is counted is what is read: after decompression.
    client.addExecInterceptorFirst("evcharging-bound", this::execute);
  }

  /**
   * Ends all calls that wait for an answer, and makes no more: a car may take minutes to answer,
   * and Camel's stop waits for it.
   */
  public void stop() {
    stopped = true;
    underWay.keySet().forEach(Cancellable::cancel);
  }

  /**
   * Ends all calls whose deadline has passed, those in the middle of an answer too.
   *
   * @param now by the clock that measures the deadline
   */
  public void cancelOverdue(Instant now) {
    underWay.forEach(
        (call, end) -> {
          if (now.isAfter(end)) {
            call.cancel();
          }
        });
  }

  // In place of a connection manager of our own: Camel's knows the TLS settings of its context.
  @SuppressWarnings("deprecation")
  private RequestConfig timeouts() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(connectTimeout))
        .setConnectTimeout(Timeout.of(connectTimeout))
        .setResponseTimeout(Timeout.of(deadline))
        .build();
  }

  private ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Instant end = CallDeadline.orEarlier(clock.instant().plus(limit(scope)));
    Cancellable call = (Cancellable) scope.originalRequest;
    underWay.put(call, end);
    boolean reading = false;
    try {
      if (stopped) {
        throw new IOException("stopping");
      }
      ClassicHttpResponse response = chain.proceed(request, scope);
      HttpEntity entity = response.getEntity();
      if (entity != null) {
        response.setEntity(new BoundedEntity(entity, scope, end));
        reading = true;
      }
      return response;
    } finally {
      if (!reading) {
        underWay.remove(call);
      }
    }
  }

  private Duration limit(ExecChain.Scope scope) {
    Timeout timeout = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
    return timeout == null || timeout.isDisabled() ? deadline : timeout.toDuration();
  }

  private final class BoundedEntity extends HttpEntityWrapper {

    private final ExecChain.Scope scope;
    private final Instant end;

    BoundedEntity(HttpEntity entity, ExecChain.Scope scope, Instant end) {
      super(entity);
      this.scope = scope;
      this.end = end;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new BoundedStream(super.getContent(), scope, end);
    }
  }

  private final class BoundedStream extends FilterInputStream {

    private final ExecChain.Scope scope;
    private final Instant end;
    private long count;
    private boolean ended;

    BoundedStream(InputStream content, ExecChain.Scope scope, Instant end) {
      super(content);
      this.scope = scope;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      ended = read < 0;
      count += Math.max(read, 0);
      if (count > maxBytes) {
        cut();
        throw new TooLargeException("the answer is larger than " + maxBytes + " bytes");
      }
      if (read >= 0 && clock.instant().isAfter(end)) {
        cut();
        throw new IOException("the answer took longer than " + limit(scope).toSeconds() + " s");
      }
      return read;
    }

    /**
     * Who has not read it all must not be held here either: the rest is read under the same bounds.
     */
    @Override
    public void close() throws IOException {
      try {
        byte[] rest = new byte[8192];
        while (!ended) {
          read(rest, 0, rest.length);
        }
        super.close();
      } finally {
        underWay.remove((Cancellable) scope.originalRequest);
      }
    }

    /** Drops the connection first: closing the stream alone would read all the rest. */
    private void cut() {
      ended = true;
      scope.execRuntime.discardEndpoint();
    }
  }
}
