package io.evcharging.door.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.model.Model;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.apache.camel.openapi.RestOpenApiSupport;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI description, made by Camel of the REST DSL of this door alone, so that no setting of
 * the host's own REST services is touched. What the DSL cannot say is added: that errors have a
 * media type of their own, which fields are always there and which may be null.
 */
public final class OpenApi implements Processor {

  private static final String JSON = "application/json";
  private static final String DOOR = "evcharging-command-rest";

  private static final Set<String> ALWAYS_IN_A_RESULT =
      Set.of("commandId", "outcome", "detail", "requestedBy", "receivedAt");

  private byte @Nullable [] document;

  @Override
  public synchronized void process(Exchange exchange) throws Exception {
    if (document == null) {
      document = generate(exchange.getContext());
    }
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, JSON);
    exchange.getMessage().setBody(document);
  }

  private static byte[] generate(CamelContext context) throws Exception {
    List<RestDefinition> door =
        context
            .getCamelContextExtension()
            .getContextPlugin(Model.class)
            .getRestDefinitions()
            .stream()
            .filter(rest -> DOOR.equals(rest.getId()))
            .toList();
    BeanConfig config = new BeanConfig();
    config.setVersion("3.0.3");
    config.setDefaultConsumes(JSON);
    config.setDefaultProduces(JSON);
    config.setInfo(new Info().title("evcharging commands").version("1"));
    OpenAPI api =
        new RestOpenApiReader()
            .read(context, door, config, context.getName(), context.getClassResolver());
    complete(api);
    return RestOpenApiSupport.getFromOpenAPI(api, config, byte[].class, true);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // so does the model
  private static void complete(OpenAPI api) {
    api.setServers(null);
    api.getPaths()
        .values()
        .forEach(path -> path.readOperations().forEach(OpenApi::errorsAreProblems));
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    schemas.values().forEach(schema -> schema.setExtensions(null));
    required(named(schemas, "CommandResult"), ALWAYS_IN_A_RESULT);
    required(named(schemas, "CommandProblem"), Set.of("type", "title", "status"));
    required(named(schemas, "OemAnswer"), Set.of());
    required(named(schemas, "Confirmation"), Set.of("status"));
    Schema<?> body = named(schemas, "AmperageBody");
    required(body, Set.of("amperage"));
    body.setAdditionalProperties(false);
    Schema<?> amperage = named(body.getProperties(), "amperage");
    amperage.setMinimum(BigDecimal.ZERO);
    amperage.setExclusiveMinimum(true);
    amperage.setDescription(
        "In amps, from evcharging.command.min-amps to evcharging.command.max-amps.");
  }

  @SuppressWarnings("rawtypes") // so does the model
  private static Schema<?> named(Map<String, Schema> schemas, String name) {
    return Objects.requireNonNull(schemas.get(name), name);
  }

  private static void errorsAreProblems(Operation operation) {
    operation.setExtensions(null);
    for (Map.Entry<String, ApiResponse> response : operation.getResponses().entrySet()) {
      MediaType json =
          response.getValue().getContent() == null
              ? null
              : response.getValue().getContent().get(JSON);
      if (json != null && !response.getKey().startsWith("2")) {
        response.getValue().setContent(new Content().addMediaType(Problem.TYPE, json));
      }
    }
  }

  private static void required(Schema<?> schema, Set<String> fields) {
    schema.setRequired(fields.isEmpty() ? null : fields.stream().sorted().toList());
    schema
        .getProperties()
        .replaceAll((name, field) -> fields.contains(name) ? field : nullable(field));
  }

  /** Beside a reference nothing else counts. */
  private static Schema<?> nullable(Schema<?> field) {
    Schema<?> allowed = field.get$ref() == null ? field : new Schema<>().allOf(List.of(field));
    allowed.setNullable(true);
    return allowed;
  }
}
