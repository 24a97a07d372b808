package io.evcharging.normalise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.evcharging.canonical.ChargingObservation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes observations as JSON, once: the head, then the content. The id is made of the content's
 * own bytes and put into the room that the head left for it.
 */
final class ObservationWriter {

  private static final String BEFORE_ID =
      "{\"type\":\"" + ChargingObservation.TYPE + "\",\"id\":\"";
  private static final UUID NO_ID = new UUID(0, 0);
  private static final int USUAL_SIZE = 2048;

  private final ObjectWriter writer =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .addModule(
              new SimpleModule()
                  .addSerializer(BigDecimal.class, JsonText.DECIMAL)
                  .addSerializer(Instant.class, JsonText.INSTANT)
                  .addSerializer(LocalTime.class, JsonText.TIME_OF_DAY))
          .build()
          .writer();

  /**
   * Writes an observation and gives it its id.
   *
   * @param observation without an id, or with one that is replaced
   */
  NormalisedObservation write(ChargingObservation observation) {
    try {
      Buffer buffer = new Buffer();
      try (JsonGenerator json = writer.createGenerator(buffer)) {
        head(json, observation);
        json.flush();
        int contentFrom = buffer.size();
        content(json, observation);
        json.flush();
        UUID id = id(observation, buffer, contentFrom);
        buffer.overwrite(BEFORE_ID.length(), id.toString());
        return new NormalisedObservation(observation.withId(id), buffer.toByteArray());
      }
    } catch (IOException impossible) { // there is no file and no socket here
      throw new UncheckedIOException(impossible);
    }
  }

  private void head(JsonGenerator json, ChargingObservation observation) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", ChargingObservation.TYPE);
    json.writeStringField("id", NO_ID.toString());
    field(json, "vehicle", observation.vehicle());
    field(json, "source", observation.source());
    field(json, "observedAt", observation.observedAt());
    field(json, "fetchedAt", observation.fetchedAt());
    field(json, "receivedAt", observation.receivedAt());
  }

  private void content(JsonGenerator json, ChargingObservation observation) throws IOException {
    field(json, "status", observation.status());
    field(json, "electrical", observation.electrical());
    field(json, "progress", observation.progress());
    field(json, "limits", observation.limits());
    field(json, "port", observation.port());
    field(json, "fastCharger", observation.fastCharger());
    list(json, "timers", observation.timers(), observation.timers().isEmpty());
    list(json, "sessions", observation.sessions(), observation.sessions().isEmpty());
    list(
        json,
        "observedAtByField",
        observation.observedAtByField(),
        observation.observedAtByField().isEmpty());
    list(json, "findings", observation.findings(), observation.findings().isEmpty());
    list(json, "unmapped", observation.unmapped(), observation.unmapped().isEmpty());
    json.writeEndObject();
  }

  private void list(JsonGenerator json, String name, Object value, boolean empty)
      throws IOException {
    field(json, name, empty ? null : value);
  }

  private void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      writer.writeValue(json, value);
    }
  }

  /** Over vehicle, endpoint, time and content; not over what differs from fetch to fetch. */
  private static UUID id(ChargingObservation observation, Buffer buffer, int contentFrom) {
    Instant time =
        observation.observedAt() != null
            ? observation.observedAt()
            : observation.fetchedAt() != null ? observation.fetchedAt() : observation.receivedAt();
    String key =
        observation.vehicle().id() + '\n' + observation.source().endpoint() + '\n' + time + '\n';
    return UUID.nameUUIDFromBytes(buffer.from(contentFrom, key.getBytes(StandardCharsets.UTF_8)));
  }

  /** A buffer that can be looked into, and written over. */
  private static final class Buffer extends ByteArrayOutputStream {

    Buffer() {
      super(USUAL_SIZE);
    }

    void overwrite(int at, String ascii) {
      byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(bytes, 0, buf, at, bytes.length);
    }

    byte[] from(int from, byte[] prefix) {
      byte[] bytes = new byte[prefix.length + count - from];
      System.arraycopy(prefix, 0, bytes, 0, prefix.length);
      System.arraycopy(buf, from, bytes, prefix.length, count - from);
      return bytes;
    }
  }
}
