package io.evcharging.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.normalise.ObservationHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * An observation as the sink {@code file} has kept it.
 *
 * @param json the line, without its end
 * @param id its own
 * @param vehicleId whose
 * @param receivedAt when this module received it
 * @param root the same, parsed
 */
public record ArchivedObservation(
    String json, String id, String vehicleId, Instant receivedAt, JsonNode root) {

  private static final ObjectReader READER = new JsonMapper().reader();

  /**
   * Reads a line.
   *
   * @return {@code null} when it is no observation
   */
  public static @Nullable ArchivedObservation read(String line) {
    try {
      JsonNode root = READER.readTree(line);
      boolean ours = ChargingObservation.TYPE.equals(root.path("type").textValue());
      String id = root.path("id").textValue();
      String vehicle = root.at("/vehicle/id").textValue();
      String received = root.path("receivedAt").textValue();
      return !ours || id == null || vehicle == null || received == null
          ? null
          : new ArchivedObservation(
              line, UUID.fromString(id).toString(), vehicle, Instant.parse(received), root);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException notOne) {
      return null;
    }
  }

  /** The source that said it, e.g. {@code tesla-charge}. */
  public String source() {
    return root.at("/source/endpoint").asText();
  }

  /** Makes it a message as it was the first time: the same bytes, the same headers. */
  public void write(Message message) {
    message.setBody(json.getBytes(StandardCharsets.UTF_8));
    new ObservationHeaders(
            id,
            source(),
            vehicleId,
            root.at("/vehicle/brand").asText(),
            root.path("observedAt").textValue(),
            root.at("/status/state").textValue())
        .write(message);
    message.setHeader("JMSXGroupID", vehicleId);
  }

  /** As log lines name it. */
  @Override
  public String toString() {
    return "vehicleId=" + vehicleId + " id=" + id;
  }
}
