package io.evcharging.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value of one of several kinds. Where its {@link WireKind} came before it, and is a known one,
 * it has been read in passing; else it is read later.
 *
 * @param read what was read, by the reader of its kind
 * @param later where it is; {@code null} when it has been read
 */
public record WireBody(@Nullable Wire<?> read, @Nullable WireSlice later) {

  /** One that is read later. */
  public static WireBody later(WireSlice slice) {
    return new WireBody(null, slice);
  }

  /**
   * Reads it, unless that has been done.
   *
   * @param reader of its kind
   * @throws IOException when it is not JSON
   */
  @SuppressWarnings("unchecked") // there is one reader for each kind
  public <R extends Record> Wire<R> as(WireReader<R> reader) throws IOException {
    if (read != null) {
      return (Wire<R>) read;
    }
    return later == null ? Wire.nothing() : reader.read(later);
  }

  /**
   * Reads one of an unknown kind as plain Java, see {@link WireSlice#raw}.
   *
   * @throws IOException when it is not JSON
   */
  public @Nullable Object raw() throws IOException {
    return later == null ? null : later.raw();
  }
}
