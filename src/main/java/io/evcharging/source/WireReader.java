package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.Map;

/**
 * Reads JSON objects into a record, field by field, so that one bad field costs no other: what
 * cannot be read as its component's type becomes {@code null} and a fault, what no component names
 * is kept beside the record. Of a key that comes twice, the last one counts. Make one for each
 * schema, and share it between threads.
 *
 * <p>Why not Jackson's databind: it stops at the first value of a wrong type, turns 1 into true and
 * 1.5 into 1, and knows nothing of a record's path once a field is unknown.
 *
 * @param <R> a public record of numbers, truth values, texts, instants, times of day, lists and
 *     records of the same
 */
public final class WireReader<R extends Record> {

  private final WireValue record;
  private final Class<R> type;
  private final boolean keepUnknown;

  private WireReader(Class<R> type, boolean keepUnknown) {
    this.type = type;
    this.keepUnknown = keepUnknown;
    this.record = WireValue.of(type);
  }

  /** A reader that keeps the fields that the record does not name. */
  public static <R extends Record> WireReader<R> of(Class<R> type) {
    return new WireReader<>(type, true);
  }

  /** A reader that skips the fields that the record does not name. */
  public static <R extends Record> WireReader<R> skippingUnknown(Class<R> type) {
    return new WireReader<>(type, false);
  }

  /**
   * Reads a document.
   *
   * @throws IOException when it is not JSON, ends too early or is more than one value
   */
  public Wire<R> read(byte[] document) throws IOException {
    return read(WireSlice.of(document));
  }

  /**
   * Reads a part of a document; paths begin there.
   *
   * @throws IOException when it is not JSON, or ends too early
   */
  public Wire<R> read(WireSlice slice) throws IOException {
    return read(slice, Map.of());
  }

  /**
   * Reads a document with values of several kinds in it.
   *
   * @param bodies the readers of such values, by the names of their kinds
   * @throws IOException when it is not JSON, ends too early or is more than one value
   */
  public Wire<R> read(byte[] document, Map<String, WireReader<?>> bodies) throws IOException {
    return read(WireSlice.of(document), bodies);
  }

  private Wire<R> read(WireSlice slice, Map<String, WireReader<?>> bodies) throws IOException {
    try (JsonParser parser = slice.parser()) {
      if (parser.nextToken() == null) {
        throw new IOException("it is empty");
      }
      Wire<R> wire = read(parser, slice, new WireNotes(keepUnknown, bodies, null));
      if (parser.nextToken() != null) {
        throw new IOException("something follows its end");
      }
      return wire;
    }
  }

  /** Reads the value at a parser's token; paths begin there. */
  Wire<R> readHere(JsonParser parser, WireSlice slice) throws IOException {
    JsonStreamContext here = parser.getParsingContext();
    JsonStreamContext outside = parser.currentToken().isStructStart() ? here.getParent() : here;
    return read(parser, slice, new WireNotes(keepUnknown, Map.of(), outside));
  }

  private Wire<R> read(JsonParser parser, WireSlice slice, WireNotes notes) throws IOException {
    R value = type.cast(record.read(parser, slice, notes));
    return new Wire<>(value, notes.faults(), notes.texts(), notes.unknown());
  }
}
