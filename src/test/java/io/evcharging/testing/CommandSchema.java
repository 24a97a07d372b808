package io.evcharging.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The published JSON Schema of a command's event, as an assertion. */
public final class CommandSchema {

  private static final String RESOURCE = "/io/evcharging/schema/charging-command-1.schema.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonSchema SCHEMA = load();

  private CommandSchema() {}

  /**
   * Fails, with every fault, when an event is not what the schema says.
   *
   * @param json UTF-8
   */
  public static void assertValid(byte[] json) throws IOException {
    assertEquals(Set.of(), SCHEMA.validate(JSON.readTree(json)));
  }

  private static JsonSchema load() {
    try (InputStream schema = CommandSchema.class.getResourceAsStream(RESOURCE)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(schema));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
