package io.evcharging.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.evcharging.config.VehicleIds;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command strictly: {@code {"vehicleId": …, "amperage": …}} in UTF-8, each field once and
 * no other, one finite number. Never says what it has read.
 */
final class CommandParser {

  private static final int NUMBER_LENGTH = 40;
  private static final BigDecimal MOST_TOLD = BigDecimal.valueOf(1_000_000);
  private static final int MOST_DECIMALS_TOLD = 6;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxNameLength(64)
                  .maxStringLength(256)
                  .maxNestingDepth(4)
                  .build())
          .build();

  private final BigDecimal min;
  private final BigDecimal max;

  CommandParser(int minAmps, int maxAmps) {
    this.min = BigDecimal.valueOf(minAmps);
    this.max = BigDecimal.valueOf(maxAmps);
  }

  /** Never fails: what is wrong is in the answer. */
  ParsedCommand parse(CommandRequest request) {
    String fromDoor = request.vehicleId();
    Fields fields = new Fields();
    String fault = null;
    boolean tooLarge = request.body().length > CommandRequest.MAX_BYTES;
    if (tooLarge) {
      fault = "The body is larger than " + CommandRequest.MAX_BYTES + " bytes.";
    } else {
      fault = read(request.body(), fields, fromDoor == null);
    }
    if (fault != null) {
      fields.amps = null; // of what is not a command nobody knows what it asks for
    }
    String vehicleId = fromDoor == null ? fields.vehicleId : fromDoor;
    boolean named = vehicleId != null && VehicleIds.isOne(vehicleId);
    if (fault == null && !named) {
      fault = "vehicleId must be a vehicle's id: letters, digits, dot, dash and underscore.";
    }
    BigDecimal amps = told(fields.amps);
    if (fault == null) {
      fault = range(fields.amps);
    }
    if (fault == null && amps == null) {
      fault = "amperage must have at most " + MOST_DECIMALS_TOLD + " decimals.";
    }
    return new ParsedCommand(named ? vehicleId : null, amps, fault, tooLarge);
  }

  private @Nullable String read(byte[] body, Fields fields, boolean withVehicle) {
    try (JsonParser json = JSON.createParser(text(body))) {
      return fields.read(json, withVehicle);
    } catch (IOException | NumberFormatException notJson) { // its message would quote the body
      return "The body is not a JSON object with each field once, in UTF-8.";
    }
  }

  private static String text(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private @Nullable String range(@Nullable BigDecimal amps) {
    if (amps == null) {
      return "amperage is missing.";
    }
    boolean inside = amps.compareTo(min) >= 0 && amps.compareTo(max) <= 0;
    return inside ? null : "amperage must be from " + min + " to " + max + ".";
  }

  /** A number that somebody can mean, without zeros at its end. */
  private static @Nullable BigDecimal told(@Nullable BigDecimal amps) {
    if (amps == null || amps.abs().compareTo(MOST_TOLD) >= 0 || amps.scale() > NUMBER_LENGTH) {
      return null;
    }
    BigDecimal short_ = amps.stripTrailingZeros();
    return short_.scale() > MOST_DECIMALS_TOLD ? null : plain(short_);
  }

  /** 80, not 8E+1. */
  private static BigDecimal plain(BigDecimal amps) {
    return amps.scale() < 0 ? amps.setScale(0) : amps;
  }

  private static final class Fields {

    private @Nullable String vehicleId;
    private @Nullable BigDecimal amps;

    @Nullable String read(JsonParser json, boolean withVehicle) throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "The body is not a JSON object.";
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("amperage")) {
          if (!value.isNumeric()) {
            return "amperage must be a number.";
          }
          amps = json.getDecimalValue();
        } else if (name.equals("vehicleId") && withVehicle) {
          if (value != JsonToken.VALUE_STRING) {
            return "vehicleId must be a string.";
          }
          vehicleId = json.getText();
        } else {
          return "The only fields are " + (withVehicle ? "vehicleId and amperage." : "amperage.");
        }
      }
      return json.nextToken() == null ? null : "The body goes on behind its end.";
    }
  }
}
