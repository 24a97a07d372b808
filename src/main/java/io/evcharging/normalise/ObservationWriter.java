package io.evcharging.normalise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.source.UtcText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private static final long VERSION = 0xF000L;
  private static final long VERSION_3 = 0x3000L;
  private static final long VARIANT = 0xC000_0000_0000_0000L;
  private static final long RFC_4122 = 0x8000_0000_0000_0000L;

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
        fields.text(FieldNames.TYPE, ChargingObservation.TYPE);
        fields.text(FieldNames.ID, NO_ID);
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
    return buffer.uuid(key.getBytes(StandardCharsets.UTF_8), contentFrom);
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

    /** What {@link UUID#nameUUIDFromBytes} makes of these bytes together; nothing is copied. */
    UUID uuid(byte[] prefix, int from) {
      MessageDigest md5 = md5();
      md5.update(prefix);
      md5.update(buf, from, count - from);
      ByteBuffer digest = ByteBuffer.wrap(md5.digest());
      return new UUID(
          (digest.getLong() & ~VERSION) | VERSION_3, (digest.getLong() & ~VARIANT) | RFC_4122);
    }

    private static MessageDigest md5() {
      try {
        return MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException impossible) { // every Java has it
        throw new IllegalStateException(impossible);
      }
    }
  }
}
