package io.evcharging.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.evcharging.canonical.CommandResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Results as JSON, the same at every door. Every field is there, absent ones as {@code null}. */
public final class CommandJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private static final ObjectWriter WRITER = JSON.writerFor(CommandResult.class);
  private static final ObjectReader READER = JSON.readerFor(CommandResult.class);

  private CommandJson() {}

  /**
   * Writes a result.
   *
   * @return UTF-8, one line without its end
   */
  public static byte[] write(CommandResult result) {
    try {
      return WRITER.writeValueAsBytes(result);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes a result as text. */
  public static String text(CommandResult result) {
    return new String(write(result), StandardCharsets.UTF_8);
  }

  static CommandResult read(String json) {
    try {
      return READER.readValue(json);
    } catch (IOException notOurs) {
      throw new UncheckedIOException(notOurs);
    }
  }

  /** The same state of the same command has the same id. */
  static UUID id(CommandResult result) {
    return UUID.nameUUIDFromBytes(write(result));
  }

  /** The result as an event: its type and id, then its fields. */
  static byte[] event(CommandResult result) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", CommandResult.TYPE).put("id", id(result).toString());
    event.setAll((ObjectNode) JSON.valueToTree(result));
    return bytes(event);
  }

  /** A line of the audit. */
  static byte[] audit(Instant at, String change, String door, CommandResult result) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", at.toString()).put("change", change).put("door", door);
    line.set("command", JSON.valueToTree(result));
    return bytes(line);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Instant.parse(json.getText());
    }
  }
}
