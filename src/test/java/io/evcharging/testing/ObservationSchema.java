package io.evcharging.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The published JSON Schema of the observation, as an assertion. */
public final class ObservationSchema {

  private static final String RESOURCE = "/io/evcharging/schema/charging-observation-1.schema.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonSchema SCHEMA = load();

  private ObservationSchema() {}

  /**
   * Fails, with every fault, when an observation is not what the schema says.
   *
   * @param json UTF-8
   */
  public static void assertValid(byte[] json) {
    assertEquals(Set.of(), faults(json));
  }

  /**
   * What is wrong with an observation.
   *
   * @param json UTF-8
   */
  public static Set<ValidationMessage> faults(byte[] json) {
    try {
      JsonNode observation = JSON.readTree(json);
      return SCHEMA.validate(observation);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static JsonSchema load() {
    try (InputStream schema = ObservationSchema.class.getResourceAsStream(RESOURCE)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(schema));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
