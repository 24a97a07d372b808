package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as the real one is documented to: each use of a refresh token makes a new one, and the
 * old one dies a minute later.
 */
final class TokenServer implements TokenEndpoint {

  static final Duration LIFE = Duration.ofHours(2);

  /** What goes wrong with one request. */
  enum Fault {
    /** It never arrives. */
    NO_CONNECTION,
    /** It is done, and nobody hears of it. */
    ANSWER_LOST,
    BUSY,
    NO_SUCH_CLIENT
  }

  private final Clock clock;
  private final Map<String, Instant> good = new HashMap<>();
  private final Queue<Fault> faults = new ArrayDeque<>();
  final AtomicInteger asked = new AtomicInteger();
  Runnable step = () -> {};
  Runnable slow = () -> {};
  private int issued;

  TokenServer(Clock clock) {
    this.clock = clock;
  }

  /** As a user's consent does. */
  synchronized String consent() {
    String token = "refresh-" + ++issued;
    good.put(token, Instant.MAX);
    return token;
  }

  synchronized void revoke() {
    good.clear();
  }

  void fail(Fault... next) {
    faults.addAll(List.of(next));
  }

  @Override
  public TokenReply post(ApiGeneration generation, TokenForm form) throws IOException {
    asked.incrementAndGet();
    slow.run();
    Fault fault = faults.poll();
    if (fault == Fault.NO_CONNECTION) {
      throw new IOException("connection refused");
    }
    if (fault == Fault.BUSY) {
      return new TokenReply(503, new byte[0], Duration.ofSeconds(90));
    }
    if (fault == Fault.NO_SUCH_CLIENT) {
      return reply(401, "{\"error\":\"invalid_client\"}");
    }
    step.run();
    TokenReply reply = trade(form.fields().get("refresh_token"));
    step.run();
    if (fault == Fault.ANSWER_LOST) {
      throw new IOException("connection reset");
    }
    return reply;
  }

  private synchronized TokenReply trade(@Nullable String refreshToken) {
    String access = "\"access_token\":\"access-" + ++issued + "\",\"expires_in\":7200";
    if (refreshToken == null) {
      return reply(200, "{" + access + "}");
    }
    Instant until = good.getOrDefault(refreshToken, Instant.MIN);
    if (!clock.instant().isBefore(until)) {
      return reply(400, "{\"error\":\"invalid_grant\"}");
    }
    Instant minute = clock.instant().plusSeconds(60);
    good.put(refreshToken, until.isBefore(minute) ? until : minute);
    return reply(200, "{" + access + ",\"refresh_token\":\"" + consent() + "\"}");
  }

  synchronized boolean takes(String refreshToken) {
    return clock
        .instant()
        .isBefore(Objects.requireNonNullElse(good.get(refreshToken), Instant.MIN));
  }

  private static TokenReply reply(int status, String body) {
    return new TokenReply(status, body.getBytes(StandardCharsets.UTF_8), null);
  }
}
