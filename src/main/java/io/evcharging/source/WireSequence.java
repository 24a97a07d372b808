package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/**
 * Values that lie apart in a document, read one after the other by one parser: to make a parser
 * costs more than to read a small value. For one thread.
 */
public final class WireSequence implements AutoCloseable {

  private final WireSlice values;
  private final JsonParser parser;

  private WireSequence(WireSlice values) throws IOException {
    this.values = values;
    this.parser = values.parser();
  }

  /**
   * Begins before the first of some values.
   *
   * @throws IOException when it is not JSON
   */
  public static WireSequence of(List<WireSlice> values) throws IOException {
    return new WireSequence(values.size() == 1 ? values.get(0) : joined(values));
  }

  private static WireSlice joined(List<WireSlice> values) {
    int length = values.size();
    for (WireSlice value : values) {
      length += value.to() - value.from();
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (WireSlice value : values) {
      int size = value.to() - value.from();
      System.arraycopy(value.document(), value.from(), joined, at, size);
      at += size;
      joined[at++] = ' '; // else two numbers would be one
    }
    return WireSlice.of(joined);
  }

  /**
   * Reads the next value; paths begin there.
   *
   * @throws IOException when it is not JSON, or there is none
   */
  public <R extends Record> Wire<R> next(WireReader<R> reader) throws IOException {
    return reader.next(parser, values);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
