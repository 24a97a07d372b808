package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Finding;
import io.evcharging.normalise.Answer;
import io.evcharging.source.UtcText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an observation field by field: a group begins with its first field that is there. */
final class HandWriter implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final int ID_AT = 45;

  private final Buffer buffer = new Buffer();
  private final JsonGenerator json;
  private @Nullable String group;
  private boolean open;
  private int contentFrom;
  private String key = "";

  HandWriter() throws IOException {
    json = FACTORY.createGenerator(buffer);
  }

  void head(Answer answer, @Nullable Instant observedAt, @Nullable Instant fetchedAt)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", ChargingObservation.TYPE);
    json.writeStringField("id", "00000000-0000-0000-0000-000000000000");
    group("vehicle");
    field("id", answer.vehicle().id());
    field("brand", answer.vehicle().brand());
    group("source");
    field("endpoint", answer.source().id());
    field("requestId", answer.headers().requestId());
    end();
    time("observedAt", observedAt);
    time("fetchedAt", fetchedAt);
    time("receivedAt", answer.receivedAt());
    json.flush();
    contentFrom = buffer.size();
    Instant time =
        observedAt != null ? observedAt : fetchedAt != null ? fetchedAt : answer.receivedAt();
    key = answer.vehicle().id() + '\n' + answer.source().id() + '\n' + UtcText.of(time) + '\n';
  }

  private void time(String name, @Nullable Instant time) throws IOException {
    if (time != null) {
      json.writeStringField(name, UtcText.of(time));
    }
  }

  void group(String name) throws IOException {
    end();
    group = name;
  }

  void end() throws IOException {
    if (open) {
      json.writeEndObject();
    }
    open = false;
  }

  private void name(String name) throws IOException {
    if (!open && group != null) {
      json.writeObjectFieldStart(group);
      open = true;
    }
    json.writeFieldName(name);
  }

  void field(String name, @Nullable BigDecimal value) throws IOException {
    if (value != null) {
      name(name);
      json.writeNumber(value);
    }
  }

  void field(String name, @Nullable Boolean value) throws IOException {
    if (value != null) {
      name(name);
      json.writeBoolean(value);
    }
  }

  void field(String name, @Nullable Long value) throws IOException {
    if (value != null) {
      name(name);
      json.writeNumber(value);
    }
  }

  void field(String name, @Nullable String value) throws IOException {
    if (value != null) {
      name(name);
      json.writeString(value);
    }
  }

  void field(String name, @Nullable Enum<?> value) throws IOException {
    if (value != null) {
      name(name);
      json.writeString(value.name());
    }
  }

  void field(String name, @Nullable Instant value) throws IOException {
    if (value != null) {
      name(name);
      json.writeString(UtcText.of(value));
    }
  }

  void tail(
      Map<String, Instant> times,
      @Nullable Instant observedAt,
      List<Finding> findings,
      Map<String, Object> unmapped)
      throws IOException {
    group("observedAtByField");
    for (Map.Entry<String, Instant> time : times.entrySet()) {
      if (!time.getValue().equals(observedAt)) {
        field(time.getKey(), time.getValue());
      }
    }
    end();
    if (!findings.isEmpty()) {
      json.writeArrayFieldStart("findings");
      for (Finding finding : findings) {
        json.writeStartObject();
        json.writeStringField("field", finding.field());
        json.writeStringField("code", finding.code().name());
        if (finding.raw() != null) {
          json.writeFieldName("raw");
          raw(finding.raw());
        }
        json.writeStringField("detail", finding.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!unmapped.isEmpty()) {
      json.writeFieldName("unmapped");
      raw(unmapped);
    }
    json.writeEndObject();
  }

  private void raw(Object value) throws IOException {
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
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }

  /** The whole, with the id that its content has. */
  byte[] finish() throws IOException {
    json.flush();
    byte[] prefix = key.getBytes(StandardCharsets.UTF_8);
    buffer.overwrite(UUID.nameUUIDFromBytes(buffer.from(contentFrom, prefix)).toString());
    return buffer.toByteArray();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private static final class Buffer extends ByteArrayOutputStream {

    Buffer() {
      super(2048);
    }

    void overwrite(String id) {
      System.arraycopy(id.getBytes(StandardCharsets.US_ASCII), 0, buf, ID_AT, id.length());
    }

    byte[] from(int from, byte[] prefix) {
      byte[] bytes = new byte[prefix.length + count - from];
      System.arraycopy(prefix, 0, bytes, 0, prefix.length);
      System.arraycopy(buf, from, bytes, prefix.length, count - from);
      return bytes;
    }
  }
}
