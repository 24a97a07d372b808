package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollFaultTest extends PollFixture {

  @Test
  void shouldSendOnceMoreWhatFoundAPooledConnectionClosed() throws Exception {
    try (ClosingServer server = new ClosingServer();
        TestContext other =
            TestContext.in(Files.createDirectory(directory.resolve("closing")))
                .withApi(server.origin())
                .withSink("host", "mock:host")
                .start()) {
      other.poll("tesla-charge", "tesla-1");
      other.poll("tesla-charge", "tesla-1");
      other.poll("tesla-charge", "tesla-1");
      assertEquals(
          Map.of(PollOutcome.OBSERVED, 3L),
          other.bean("evchargingPollOutcomes", PollOutcomes.class).totals());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,STOPPED",
    "401,STOPPED",
    "403,STOPPED",
    "404,STOPPED",
    "430,STOPPED",
    "501,STOPPED",
    "409,RETRY_LATER",
    "429,RETRY_LATER",
    "500,RETRY_LATER",
    "502,RETRY_LATER",
    "503,RETRY_LATER"
  })
  void shouldEndARefusedPollAsOneOutcomeAndAskOnce(int status, PollOutcome outcome)
      throws Exception {
    answer(status, "{\"type\":\"T\",\"code\":\"C\"}");
    context.poll("tesla-charge", "tesla-1");
    assertEquals(1, api.requests().size());
    assertOutcome(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>busy</html>", "{\"state\":\"CHAR", "[1]", "\"text\"", "\u0000"})
  void shouldCallGarbageUnreadable(String body) throws Exception {
    answer(200, body);
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.UNREADABLE);
  }

  @Test
  void shouldCutAnAnswerThatIsTooLarge() throws Exception {
    answer(PollFaultTest::sendTooMuch);
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
  }

  private static void sendTooMuch(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(" ".repeat(16_384).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void shouldNotWaitLongerThanTheTimeout() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    HttpHandler silent =
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    answer(silent);
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
  }

  @Test
  void shouldTakeACutConnectionForAPassingFault() throws Exception {
    answer(HttpExchange::close);
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
    assertTrue(api.requests().size() <= 2, "once more at the most");
  }

  @Test
  void shouldFollowNoRedirect() throws Exception {
    HttpHandler redirect =
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          StubApi.send(exchange, 302, "");
        };
    answer(redirect);
    context.poll("tesla-charge", "tesla-1");
    assertEquals(List.of("/v2.0/vehicles/tesla-1/tesla/charge"), uris());
  }
}
