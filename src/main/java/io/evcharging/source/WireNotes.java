package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what did not fit while one document is read. */
final class WireNotes {

  private final boolean keepUnknown;
  private final Map<String, WireReader<?>> bodies;
  private final @Nullable JsonStreamContext origin;
  private @Nullable WireKind kind;
  private @Nullable Map<String, Object> faults;
  private @Nullable Map<String, Object> texts;
  private @Nullable Map<String, Object> unknown;
  private @Nullable Object lastRaw;
  private @Nullable Instant lastTime;
  private @Nullable Object earlierRaw;
  private @Nullable Instant earlierTime;

  /**
   * @param bodies readers of values of several kinds
   * @param origin where paths begin; {@code null} for the document's beginning
   */
  WireNotes(
      boolean keepUnknown, Map<String, WireReader<?>> bodies, @Nullable JsonStreamContext origin) {
    this.keepUnknown = keepUnknown;
    this.bodies = bodies;
    this.origin = origin;
  }

  /** Tells the kind of the body that comes next in the same object; returns what it was before. */
  @Nullable WireKind kind(@Nullable WireKind next) {
    WireKind before = kind;
    kind = next;
    return before;
  }

  /** The reader of the body that comes now; {@code null} when its kind is not known. */
  @Nullable WireReader<?> bodyReader() {
    return kind == null ? null : bodies.get(kind.name());
  }

  /** The value that was just read cannot be what it should be. */
  void fault(JsonParser parser, Object raw) {
    faults = faults == null ? new LinkedHashMap<>() : faults;
    faults.put(path(parser), raw);
  }

  /** The value that was just read came as text, and could be read nevertheless. */
  void text(JsonParser parser, Object raw) {
    texts = texts == null ? new LinkedHashMap<>() : texts;
    texts.put(path(parser), raw);
  }

  /** Reads a value that no component names. */
  void unknown(JsonParser parser) throws IOException {
    if (!keepUnknown) {
      parser.skipChildren();
      return;
    }
    Object raw = WireJson.raw(parser);
    if (raw != null) {
      unknown = unknown == null ? new LinkedHashMap<>() : unknown;
      unknown.put(path(parser), raw);
    }
  }

  /** {@link WireTime#parse}; not once more where a document tells one of two times again. */
  @Nullable Instant time(Object raw) {
    if (!raw.equals(lastRaw)) {
      Instant time = raw.equals(earlierRaw) ? earlierTime : WireTime.parse(raw);
      earlierRaw = lastRaw;
      earlierTime = lastTime;
      lastRaw = raw;
      lastTime = time;
    }
    return lastTime;
  }

  Map<String, Object> faults() {
    return faults == null ? Map.of() : faults;
  }

  Map<String, Object> texts() {
    return texts == null ? Map.of() : texts;
  }

  Map<String, Object> unknown() {
    return unknown == null ? Map.of() : unknown;
  }

  /** Where the parser is, once the value there has been read to its end. */
  private String path(JsonParser parser) {
    return append(new StringBuilder(), parser.getParsingContext()).toString();
  }

  private StringBuilder append(StringBuilder path, @Nullable JsonStreamContext context) {
    if (context == null || context == origin || context.inRoot()) {
      return path;
    }
    append(path, context.getParent());
    if (context.inArray()) {
      return path.append('[').append(context.getCurrentIndex()).append(']');
    }
    return path.append(path.isEmpty() ? "" : ".").append(context.getCurrentName());
  }
}
