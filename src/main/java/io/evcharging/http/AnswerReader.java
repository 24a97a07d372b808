package io.evcharging.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Reads an answer as its bytes come, up to the most that there may be of them. */
final class AnswerReader implements AsyncResponseConsumer<HttpAnswer> {

  private static final byte[] NOTHING = {};
  private static final int USUAL_SIZE = 1024;
  private static final int BELIEVED_SIZE = 64 << 10;

  private final long maxBytes;
  private byte[] bytes = NOTHING;
  private int count;
  private volatile boolean abandoned;
  private volatile @Nullable HttpResponse head;
  private FutureCallback<HttpAnswer> then;

  @SuppressWarnings("NullAway.Init") // given with the head, which comes first
  AnswerReader(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<HttpAnswer> resultCallback) {
    head = response;
    then = resultCallback;
    if (entity == null) {
      then.completed(new HttpAnswer(response, NOTHING));
    } else {
      long told = entity.getContentLength();
      bytes = new byte[told > 0 && told <= BELIEVED_SIZE ? (int) told : USUAL_SIZE];
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    // Says only that the answer is to come.
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer some) throws IOException {
    if (abandoned) {
      throw new IOException("nobody waits for it any more");
    }
    int length = some.remaining();
    if (count + (long) length > maxBytes) {
      throw new TooLargeException("the answer is larger than " + maxBytes + " bytes");
    }
    if (count + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + length, 2 * bytes.length));
    }
    some.get(bytes, count, length);
    count += length;
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    byte[] all = count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    then.completed(new HttpAnswer(Objects.requireNonNull(head), all));
  }

  /** Nobody waits for it any more: what comes all the same ends the connection. */
  void abandon() {
    abandoned = true;
  }

  /**
   * What is known of a refusal whose body did not come whole: its head says what matters, above all
   * for how long to stay away.
   *
   * @return {@code null} unless a refusal has begun to come
   */
  @Nullable HttpAnswer refusal() {
    HttpResponse begun = head;
    return begun != null && HttpAnswer.isRefusal(begun) ? new HttpAnswer(begun, NOTHING) : null;
  }

  @Override
  public void failed(Exception cause) {
    // The call is told by itself.
  }

  @Override
  public void releaseResources() {
    bytes = NOTHING;
  }
}
