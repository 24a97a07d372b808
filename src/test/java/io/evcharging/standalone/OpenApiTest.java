package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /api/openapi.json}, read by the parser that most tools use. */
@SuppressWarnings({
  "NullAway",
  "rawtypes"
}) // what is missing fails the test; the library's raw type
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final String COMMAND = "/api/vehicles/{vehicleId}/charge/amperage";
  private static final String READ = "/api/commands/{commandId}";

  private HttpResponse<String> answer;
  private OpenAPI api;

  @BeforeAll
  void read(@TempDir Path directory) throws Exception {
    try (DoorFixture door = new DoorFixture(directory, Map.of())) {
      answer = door.send(door.request("/api/openapi.json"));
    }
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(answer.body());
    assertEquals(List.of(), parsed.getMessages());
    api = parsed.getOpenAPI();
  }

  @Test
  void shouldDescribeTheTwoOperationsAndNothingElse() {
    assertEquals(Set.of(COMMAND, READ), api.getPaths().keySet());
    assertEquals(1, api.getPaths().get(COMMAND).readOperations().size());
    assertEquals(1, api.getPaths().get(READ).readOperations().size());
  }

  @Test
  void shouldListEveryStatus() {
    assertEquals(
        Set.of(
            "200", "400", "401", "403", "404", "408", "409", "413", "415", "422", "429", "500",
            "502", "503", "504"),
        command().getResponses().keySet());
    assertEquals(
        Set.of("200", "400", "401", "404", "429", "500", "503"),
        api.getPaths().get(READ).getGet().getResponses().keySet());
  }

  @Test
  void shouldSayThatErrorsAreProblems() {
    command()
        .getResponses()
        .forEach(
            (status, response) ->
                assertEquals(
                    Set.of(status.equals("200") ? "application/json" : "application/problem+json"),
                    response.getContent().keySet()));
  }

  @Test
  void shouldDescribeTheHeaders() {
    ApiResponse tooMany = command().getResponses().get("429");

    assertTrue(
        command().getParameters().stream()
            .anyMatch(
                header ->
                    header.getName().equals("Idempotency-Key")
                        && header.getIn().equals("header")
                        && !header.getRequired()));
    assertEquals("integer", tooMany.getHeaders().get("Retry-After").getSchema().getType());
    assertNotNull(command().getResponses().get("401").getHeaders().get("WWW-Authenticate"));
  }

  @Test
  void shouldAskForABearer() {
    SecurityScheme scheme = api.getComponents().getSecuritySchemes().get("bearer");

    assertEquals(SecurityScheme.Type.HTTP, scheme.getType());
    assertEquals("bearer", scheme.getScheme());
    assertTrue(command().getSecurity().get(0).containsKey("bearer"));
  }

  @Test
  void shouldDescribeTheBody() {
    Schema<?> body = schema("AmperageBody");

    assertTrue(command().getRequestBody().getRequired());
    assertEquals(Set.of("amperage"), body.getProperties().keySet());
    assertEquals(List.of("amperage"), body.getRequired());
    assertEquals(false, body.getAdditionalProperties());
    assertEquals("number", body.getProperties().get("amperage").getType());
  }

  @Test
  void shouldDescribeTheResultAndTheProblem() {
    Map<String, Schema> result = schema("CommandResult").getProperties();

    assertEquals("date-time", result.get("receivedAt").getFormat());
    assertTrue(result.get("acceptedAmps").getNullable());
    assertEquals(10, result.get("outcome").getEnum().size());
    assertTrue(schema("CommandProblem").getProperties().keySet().containsAll(result.keySet()));
    assertFalse(answer.body().contains("io.evcharging"));
  }

  private Operation command() {
    return api.getPaths().get(COMMAND).getPost();
  }

  private Schema<?> schema(String name) {
    return api.getComponents().getSchemas().get(name);
  }
}
