package io.evcharging.normalise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Electrical;
import io.evcharging.canonical.FastCharger;
import io.evcharging.canonical.Finding;
import io.evcharging.canonical.Limits;
import io.evcharging.canonical.Port;
import io.evcharging.canonical.Progress;
import io.evcharging.canonical.Session;
import io.evcharging.canonical.Source;
import io.evcharging.canonical.Status;
import io.evcharging.canonical.Timer;
import io.evcharging.canonical.Vehicle;
import io.evcharging.source.UtcText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes observations as JSON, once: the head, then the content. The id is made of the content's
 * own bytes and put into the room that the head left for it.
 */
final class ObservationWriter {

  private static final String BEFORE_ID =
      "{\"type\":\"" + ChargingObservation.TYPE + "\",\"id\":\"";
  private static final String NO_ID = new UUID(0, 0).toString();
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
          .writer()
          .withRootValueSeparator("");

  /**
   * Writes an observation and gives it its id.
   *
   * @param observation without an id, or with one that is replaced
   */
  NormalisedObservation write(ChargingObservation observation) {
    try {
      Buffer buffer = new Buffer();
      try (JsonGenerator json = writer.createGenerator(buffer)) {
        writer.writeValue(json, Head.of(observation));
        json.flush();
        int headEnd = buffer.size();
        writer.writeValue(json, Content.of(observation));
        json.flush();
        int contentFrom = buffer.join(headEnd);
        UUID id = id(observation, buffer, contentFrom);
        buffer.overwrite(BEFORE_ID.length(), id.toString());
        return new NormalisedObservation(observation.withId(id), buffer.toByteArray());
      }
    } catch (IOException impossible) { // there is no file and no socket here
      throw new UncheckedIOException(impossible);
    }
  }

  /** What may differ from fetch to fetch. */
  private record Head(
      String type,
      String id,
      Vehicle vehicle,
      Source source,
      Instant observedAt,
      Instant fetchedAt,
      Instant receivedAt) {

    static Head of(ChargingObservation observation) {
      return new Head(
          ChargingObservation.TYPE,
          NO_ID,
          observation.vehicle(),
          observation.source(),
          observation.observedAt(),
          observation.fetchedAt(),
          observation.receivedAt());
    }
  }

  /** What the id is made of. */
  private record Content(
      Status status,
      Electrical electrical,
      Progress progress,
      Limits limits,
      Port port,
      FastCharger fastCharger,
      List<Timer> timers,
      List<Session> sessions,
      Map<String, Instant> observedAtByField,
      List<Finding> findings,
      Map<String, Object> unmapped) {

    static Content of(ChargingObservation observation) {
      return new Content(
          observation.status(),
          observation.electrical(),
          observation.progress(),
          observation.limits(),
          observation.port(),
          observation.fastCharger(),
          observation.timers(),
          observation.sessions(),
          observation.observedAtByField(),
          observation.findings(),
          observation.unmapped());
    }
  }

  /** Over vehicle, endpoint, time and content; not over what differs from fetch to fetch. */
  private static UUID id(ChargingObservation observation, Buffer buffer, int contentFrom) {
    Instant time =
        observation.observedAt() != null
            ? observation.observedAt()
            : observation.fetchedAt() != null ? observation.fetchedAt() : observation.receivedAt();
    String key =
        observation.vehicle().id()
            + '\n'
            + observation.source().endpoint()
            + '\n'
            + UtcText.of(time)
            + '\n';
    return UUID.nameUUIDFromBytes(buffer.from(contentFrom, key.getBytes(StandardCharsets.UTF_8)));
  }

  /** A buffer that can be looked into, and written over. */
  private static final class Buffer extends ByteArrayOutputStream {

    Buffer() {
      super(USUAL_SIZE);
    }

    /**
     * Makes one object of two, one after the other.
     *
     * @param end of the first
     * @return where the fields of the second begin, with what separates them from the first's
     */
    int join(int end) {
      System.arraycopy(buf, end, buf, end - 1, count - end);
      count--;
      if (count == end + 1) { // the second has no field
        System.arraycopy(buf, end, buf, end - 1, 1);
        count--;
      } else {
        buf[end - 1] = ',';
      }
      return end - 1;
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
