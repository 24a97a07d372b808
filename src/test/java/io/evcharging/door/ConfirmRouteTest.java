package io.evcharging.door;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route that asks for polls, on its own schedule. */
class ConfirmRouteTest {

  @TempDir Path directory;

  @Test
  void shouldPollUntilTheVehicleShowsIt() throws Exception {
    try (StubApi api =
            StubApi.answering(
                200,
                "{\"message\":\"Successfully sent the following amperage: 16\",\"status\":\"success\","
                    + "\"amperageRequested\":16}");
        TestContext context =
            TestContext.in(directory)
                .withApi(api.origin())
                .withSink("host", "mock:host")
                .with("evcharging.command.confirm-polls", "100")
                .start()) {
      ProducerTemplate template = context.camel().createProducerTemplate();
      CommandResult sent =
          template.requestBody(
              "direct:evcharging-command-amperage",
              "{\"vehicleId\":\"tesla-1\",\"amperage\":16}",
              CommandResult.class);

      await()
          .until(
              () -> read(template, sent).confirmation().status(),
              Confirmation.Status.CONFIRMED::equals);
      assertEquals(
          "/v2.0/vehicles/tesla-1/tesla/charge",
          api.requests().get(api.requests().size() - 1).uri());
    }
  }

  private static CommandResult read(ProducerTemplate template, CommandResult sent) {
    return template
        .request(
            "direct:evcharging-command-read",
            exchange -> exchange.setProperty(CommandReader.COMMAND_ID, sent.commandId()))
        .getMessage()
        .getBody(CommandResult.class);
  }
}
