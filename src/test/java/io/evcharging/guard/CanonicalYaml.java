package io.evcharging.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Camel's own schema of the YAML DSL without the short forms. Camel publishes that schema from a
 * later version on; this one makes it out of the schema of the version in use.
 */
final class CanonicalYaml {

  private static final String LONG_WINDED =
      " in the schema and the schema does not allow additional properties";

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
          .getSchema(canonicalSchema(), SchemaValidatorsConfig.builder().typeLoose(true).build());

  private CanonicalYaml() {}

  /** What is not canonical, each with its place. */
  static List<String> faults(JsonNode routes) {
    return SCHEMA.validate(routes).stream()
        .filter(fault -> !fault.getInstanceNode().asText().contains("{{"))
        .map(fault -> fault.getMessage().replace(LONG_WINDED, ""))
        .sorted()
        .toList();
  }

  private static JsonNode canonicalSchema() {
    try (InputStream schema =
        CanonicalYaml.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(schema));
      removeShortForms(root);
      // A route without route: around it is a short form as well.
      ((ObjectNode) root.at("/items/properties")).remove("from");
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeShortForms(JsonNode node) {
    if (node instanceof ObjectNode object) {
      removeText(object);
      removeChoices(object);
    }
    node.forEach(CanonicalYaml::removeShortForms);
  }

  /** {@code to: "direct:x"}: where text or an object is allowed, the object remains. */
  private static void removeText(ObjectNode object) {
    JsonNode oneOf = object.path("oneOf");
    if (oneOf.size() == 2 && oneOf.at("/0/type").asText().equals("string")) {
      object.remove("oneOf");
      object.setAll((ObjectNode) oneOf.get(1));
    }
  }

  /**
   * {@code setBody: {simple: …}}: a choice of properties becomes those properties. The ones that
   * only a short form has are left without a schema, and go.
   */
  private static void removeChoices(ObjectNode object) {
    if (object.get("properties") instanceof ObjectNode properties) {
      for (JsonNode choice : object.path("anyOf")) {
        choice
            .path("oneOf")
            .forEach(
                one ->
                    one.path("properties")
                        .properties()
                        .forEach(p -> properties.set(p.getKey(), p.getValue())));
      }
      object.remove("anyOf");
      properties.properties().removeIf(property -> property.getValue().isEmpty());
    }
  }
}
