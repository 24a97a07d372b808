package io.evcharging.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads an answer as its bytes come, up to the most that there may be of them. */
final class AnswerReader extends AbstractBinResponseConsumer<HttpAnswer> {

  private static final int USUAL_SIZE = 1024;

  private final long maxBytes;
  private final Bytes bytes = new Bytes();
  private HttpResponse head;

  @SuppressWarnings("NullAway.Init") // the head comes first
  AnswerReader(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  protected void start(HttpResponse response, @Nullable ContentType contentType) {
    head = response;
  }

  @Override
  protected int capacityIncrement() {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void data(ByteBuffer some, boolean isLast) throws IOException {
    if (bytes.size() + some.remaining() > maxBytes) {
      throw new TooLargeException("the answer is larger than " + maxBytes + " bytes");
    }
    bytes.write(some);
  }

  @Override
  protected HttpAnswer buildResult() {
    return new HttpAnswer(head, bytes.toByteArray());
  }

  @Override
  public void releaseResources() {
    bytes.reset();
  }

  private static final class Bytes extends ByteArrayOutputStream {

    Bytes() {
      super(USUAL_SIZE);
    }

    void write(ByteBuffer some) {
      if (some.hasArray()) {
        write(some.array(), some.arrayOffset() + some.position(), some.remaining());
        some.position(some.limit());
      } else {
        byte[] copy = new byte[some.remaining()];
        some.get(copy);
        writeBytes(copy);
      }
    }
  }
}
