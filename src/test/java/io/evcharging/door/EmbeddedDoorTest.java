package io.evcharging.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host's own route sends commands. */
class EmbeddedDoorTest {

  private static final String DOOR = "direct:evcharging-command-amperage";
  private static final String JSON = "{\"vehicleId\":\"tesla-1\",\"amperage\":32}";

  @TempDir static Path directory;
  private static StubApi api;
  private static TestContext context;
  private static ProducerTemplate template;

  @BeforeAll
  static void start() throws Exception {
    api =
        StubApi.answering(
            200,
            "{\"message\":\"Successfully sent the following amperage: 32\",\"status\":\"success\"}");
    context =
        TestContext.in(directory)
            .withApi(api.origin())
            .withSink("host", "mock:host")
            .with("evcharging.command.min-interval", "0s")
            .start();
    template = context.camel().createProducerTemplate();
  }

  @AfterAll
  static void stop() {
    context.close();
    api.close();
  }

  @BeforeEach
  void forget() {
    api.requests().clear();
  }

  static Stream<Object> bodies() {
    return Stream.of(
        JSON,
        JSON.getBytes(StandardCharsets.UTF_8),
        new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)),
        new AmperageCommand("tesla-1", new BigDecimal("32.0")));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void shouldSendInTheApisOwnWay(Object body) {
    CommandResult result = template.requestBody(DOOR, body, CommandResult.class);

    assertEquals(CommandOutcome.ACCEPTED, result.outcome());
    assertEquals("embedded", result.requestedBy());
    assertEquals(1, api.requests().size());
    StubApi.Request request = api.requests().get(0);
    assertEquals("POST /v2.0/vehicles/tesla-1/tesla/charge/ammeter", method(request));
    assertEquals("{\"amperage\":32}", request.body());
    assertEquals("Bearer secret-token", request.header("Authorization"));
    assertEquals("application/json", request.header("Content-Type"));
    assertEquals("metric", request.header("SC-Unit-System"));
  }

  private static String method(StubApi.Request request) {
    return request.method() + " " + request.uri();
  }

  @Test
  void shouldAnswerAsJsonWhereItIsAskedForText() {
    String json = template.requestBody(DOOR, JSON, String.class);
    byte[] bytes = template.requestBody(DOOR, JSON, byte[].class);

    assertTrue(json.startsWith("{\"commandId\":\""), json);
    assertTrue(json.contains("\"requestedAmps\":32,\"acceptedAmps\":32,"), json);
    assertTrue(new String(bytes, StandardCharsets.UTF_8).startsWith("{\"commandId\":\""));
  }

  @Test
  void shouldNotBeSteeredByHeaders() {
    Exchange answer =
        template.request(
            DOOR,
            exchange -> {
              exchange.getMessage().setBody(JSON);
              exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere.example/");
              exchange.getMessage().setHeader("evcharging.vehicleId", "audi-1");
              exchange.getMessage().setHeader("Authorization", "Bearer other");
            });

    assertEquals("tesla-1", answer.getMessage().getBody(CommandResult.class).vehicleId());
    assertEquals("Bearer secret-token", api.requests().get(0).header("Authorization"));
    assertTrue(answer.getMessage().getHeaders().isEmpty());
  }

  @Test
  void shouldReadBackWhatItHasSaid() {
    CommandResult result = template.requestBody(DOOR, JSON, CommandResult.class);

    assertEquals(result, read(result.commandId()));
    assertNull(read("nobody"));
  }

  private static CommandResult read(String commandId) {
    return template
        .request(
            "direct:evcharging-command-read",
            exchange -> exchange.setProperty(CommandReader.COMMAND_ID, commandId))
        .getMessage()
        .getBody(CommandResult.class);
  }
}
