package io.evcharging.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/** Unpacks answers that come in less space: few bytes may stand for very many. */
final class Gunzip {

  /** What is asked for. */
  static final String ENCODING = "gzip";

  private Gunzip() {}

  /**
   * The body of an answer, unpacked where it is packed, as long as that is within bounds. A refusal
   * that cannot be unpacked is one all the same.
   */
  static byte[] body(HttpAnswer answer, long maxBytes) throws IOException {
    try {
      return unpacked(answer, maxBytes);
    } catch (IOException broken) {
      if (answer.isRefusal()) {
        return new byte[0];
      }
      throw broken;
    }
  }

  private static byte[] unpacked(HttpAnswer answer, long maxBytes) throws IOException {
    Header encoding = answer.head().getFirstHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null
        || answer.body().length == 0
        || !ENCODING.equalsIgnoreCase(encoding.getValue())) {
      return answer.body();
    }
    int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16);
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] body = packed.readNBytes(most);
      if (packed.read() >= 0) {
        throw new TooLargeException("the answer is larger than " + maxBytes + " bytes");
      }
      return body;
    }
  }
}
