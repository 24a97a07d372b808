package io.evcharging.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the value at a parser's token, to its end, as one type. */
interface WireValue {

  /** A text. */
  WireValue TEXT = text();

  /** The types of single values. */
  Map<Type, WireValue> SCALARS =
      Map.of(
          BigDecimal.class,
          scalar(WireScalars::number),
          Boolean.class,
          scalar(WireScalars::flag),
          String.class,
          TEXT,
          LocalTime.class,
          scalar(WireScalars::timeOfDay),
          Instant.class,
          WireValue::instant,
          WireSlice.class,
          WireValue::slice,
          WireKind.class,
          WireValue::kind,
          WireBody.class,
          WireValue::body);

  /** {@code null} when there is nothing, or nothing readable; then the notes tell. */
  @Nullable Object read(JsonParser parser, WireSlice slice, WireNotes notes) throws IOException;

  /** The reader of a component's type. */
  static WireValue of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> record && record.isRecord() && !SCALARS.containsKey(record)) {
      return record(new RecordShape<>(record.asSubclass(Record.class)));
    }
    WireValue scalar = SCALARS.get(type);
    if (scalar == null) {
      throw new IllegalArgumentException("No wire value is read as " + type);
    }
    return scalar;
  }

  private static WireValue scalar(Function<Object, @Nullable Object> reader) {
    return (parser, slice, notes) -> {
      Object raw = WireJson.raw(parser);
      if (raw == null || (raw instanceof String text && text.isBlank())) {
        return null;
      }
      return noted(reader.apply(raw), raw, parser, notes);
    };
  }

  private static WireValue text() {
    WireValue other = scalar(WireScalars::text);
    return (parser, slice, notes) -> {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return other.read(parser, slice, notes);
      }
      String text = parser.getText();
      return text.isBlank() ? null : text;
    };
  }

  private static @Nullable Object instant(JsonParser parser, WireSlice slice, WireNotes notes)
      throws IOException {
    Object raw = WireJson.raw(parser);
    return raw == null || WireTime.isNone(raw) ? null : noted(notes.time(raw), raw, parser, notes);
  }

  private static @Nullable Object noted(
      @Nullable Object value, Object raw, JsonParser parser, WireNotes notes) {
    if (value == null) {
      notes.fault(parser, raw);
    } else if (raw instanceof String && (value instanceof BigDecimal || value instanceof Boolean)) {
      notes.text(parser, raw);
    }
    return value;
  }

  private static @Nullable Object kind(JsonParser parser, WireSlice slice, WireNotes notes)
      throws IOException {
    Object name = TEXT.read(parser, slice, notes);
    if (name == null) {
      return null;
    }
    WireKind kind = new WireKind(name.toString());
    notes.kind(kind);
    return kind;
  }

  private static @Nullable Object body(JsonParser parser, WireSlice slice, WireNotes notes)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    WireReader<?> reader = notes.bodyReader();
    return reader == null
        ? WireBody.later(slice(parser, slice))
        : new WireBody(reader.readHere(parser, slice), null);
  }

  private static @Nullable Object slice(JsonParser parser, WireSlice slice, WireNotes notes)
      throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : slice(parser, slice);
  }

  private static WireSlice slice(JsonParser parser, WireSlice slice) throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
    parser.finishToken();
    parser.skipChildren();
    long to = parser.currentLocation().getByteOffset();
    if (from < 0 || to < from) {
      throw new IOException("it is not UTF-8");
    }
    return new WireSlice(slice.document(), slice.from() + (int) from, slice.from() + (int) to);
  }

  private static WireValue list(WireValue element) {
    return (parser, slice, notes) -> {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        return unfit(parser, notes);
      }
      List<@Nullable Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element.read(parser, slice, notes));
      }
      return elements;
    };
  }

  private static WireValue record(RecordShape<?> shape) {
    WireFields fields = new WireFields(shape.components());
    return (parser, slice, notes) -> {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return unfit(parser, notes);
      }
      @Nullable Object[] values = new @Nullable Object[fields.count()];
      WireKind outside = notes.kind(null);
      int place = -1;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        int found = fields.place(name, place + 1);
        if (found < 0) {
          notes.unknown(parser);
        } else {
          place = found;
          values[place] = fields.reader(place).read(parser, slice, notes);
        }
      }
      notes.kind(outside);
      return shape.create(values);
    };
  }

  private static @Nullable Object unfit(JsonParser parser, WireNotes notes) throws IOException {
    Object raw = WireJson.raw(parser);
    if (raw != null && !"".equals(raw)) {
      notes.fault(parser, raw);
    }
    return null;
  }
}
