package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

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
    try (JsonParser parser = slice.parser()) {
      Wire<R> wire = next(parser, slice);
      if (parser.nextToken() != null) {
        throw new IOException("something follows its end");
      }
      return wire;
    }
  }

  /** Reads the value that comes next. */
  Wire<R> next(JsonParser parser, WireSlice slice) throws IOException {
    if (parser.nextToken() == null) {
      throw new IOException("it is empty");
    }
    WireNotes notes = new WireNotes(keepUnknown);
    R value = type.cast(record.read(parser, slice, notes));
    return new Wire<>(value, notes.faults(), notes.texts(), notes.unknown());
  }
}
