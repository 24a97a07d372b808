package io.evcharging.normalise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.source.UtcText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Writes an observation and gives it its id.
   *
   * @param observation without an id, or with one that is replaced
   */
  NormalisedObservation write(ChargingObservation observation) {
    try {
      Buffer buffer = new Buffer();
      try (JsonGenerator json = FACTORY.createGenerator(buffer)) {
        JsonFields fields = new JsonFields(json);
        json.writeStartObject();
        fields.text("type", ChargingObservation.TYPE);
        fields.text("id", NO_ID);
        ObservationJson.head(fields, observation);
        json.flush();
        int contentFrom = buffer.size();
        ObservationJson.content(fields, observation);
        json.writeEndObject();
        json.flush();
        UUID id = id(observation, buffer, contentFrom);
        buffer.overwrite(BEFORE_ID.length(), id.toString());
        return new NormalisedObservation(observation.withId(id), buffer.toByteArray());
      }
    } catch (IOException impossible) { // there is no file and no socket here
      throw new UncheckedIOException(impossible);
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
