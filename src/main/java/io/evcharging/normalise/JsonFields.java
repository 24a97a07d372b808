package io.evcharging.normalise;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import io.evcharging.source.UtcText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes fields into a JSON object. One without a value, or with an empty one, is left out. */
final class JsonFields {

  /** More zeros than these are written as an exponent: only what was kept as it came has them. */
  private static final int MOST_ZEROS = 100;

  /** So many always fit. */
  private static final int LONG_DIGITS = 18;

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final JsonGenerator json;

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields<T> {

    /** Writes them in their order. */
    void write(JsonFields out, T object) throws IOException;
  }

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  void text(SerializableString name, @Nullable String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      json.writeFieldName(name);
      json.writeString(value);
    }
  }

  void word(SerializableString name, @Nullable Enum<?> value) throws IOException {
    text(name, value == null ? null : value.name());
  }

  /** UTC with {@code Z}. */
  void time(SerializableString name, @Nullable Instant value) throws IOException {
    text(name, value == null ? null : UtcText.of(value));
  }

  /** {@code HH:mm:ss}. */
  void timeOfDay(SerializableString name, @Nullable LocalTime value) throws IOException {
    text(name, value == null ? null : SECONDS.format(value));
  }

  void flag(SerializableString name, @Nullable Boolean value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      json.writeBoolean(value);
    }
  }

  void number(SerializableString name, @Nullable BigDecimal value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      decimal(value);
    }
  }

  void count(SerializableString name, @Nullable Number value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      json.writeNumber(value.longValue());
    }
  }

  <T> void object(SerializableString name, @Nullable T value, Fields<T> fields) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      object(value, fields);
    }
  }

  private <T> void object(T value, Fields<T> fields) throws IOException {
    json.writeStartObject();
    fields.write(this, value);
    json.writeEndObject();
  }

  <T> void objects(SerializableString name, List<T> values, Fields<T> fields) throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      json.writeStartArray();
      for (T value : values) {
        object(value, fields);
      }
      json.writeEndArray();
    }
  }

  void words(SerializableString name, List<? extends Enum<?>> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      json.writeStartArray();
      for (Enum<?> value : values) {
        json.writeString(value.name());
      }
      json.writeEndArray();
    }
  }

  void times(SerializableString name, Map<String, Instant> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      json.writeStartObject();
      for (Map.Entry<String, Instant> value : values.entrySet()) {
        json.writeStringField(value.getKey(), UtcText.of(value.getValue()));
      }
      json.writeEndObject();
    }
  }

  /** A value as it came; within it, what is empty stays. */
  void raw(SerializableString name, @Nullable Object value) throws IOException {
    boolean empty =
        value == null
            || "".equals(value)
            || (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!empty) {
      json.writeFieldName(name);
      raw(value);
    }
  }

  private void raw(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        raw(field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        raw(element);
      }
      json.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      decimal(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  /** Plain: 1500, not 1.5E+3. */
  private void decimal(BigDecimal value) throws IOException {
    if (value.scale() == 0 && value.precision() <= LONG_DIGITS) {
      json.writeNumber(value.longValue());
      return;
    }
    boolean plain = Math.abs((long) value.scale()) <= MOST_ZEROS;
    json.writeNumber(plain ? value.toPlainString() : value.toString());
  }
}
