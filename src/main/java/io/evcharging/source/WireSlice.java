package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value inside a document that is read later, once it is known as what. Nothing is copied.
 *
 * @param document the whole document, UTF-8
 * @param from where the value begins
 * @param to where it has ended
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record WireSlice(byte[] document, int from, int to) {

  /** A whole document. */
  public static WireSlice of(byte[] document) {
    return new WireSlice(document, 0, document.length);
  }

  /**
   * Reads the value as plain Java.
   *
   * @return text, exact decimals, truth values, lists and maps; {@code null} for JSON's null
   * @throws IOException when it is not JSON
   */
  public @Nullable Object raw() throws IOException {
    try (JsonParser parser = parser()) {
      return parser.nextToken() == null ? null : WireJson.raw(parser);
    }
  }

  JsonParser parser() throws IOException {
    return WireJson.parser(document, from, to - from);
  }
}
