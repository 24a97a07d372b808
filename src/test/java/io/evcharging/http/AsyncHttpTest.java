package io.evcharging.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AsyncHttpTest {

  private volatile HttpHandler handler = exchange -> StubApi.send(exchange, 200, "{}");
  private AsyncHttpStage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new AsyncHttpStage(exchange -> handler.handle(exchange), Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void shouldSendWhatTheMessageNamesAndReadTheAnswer() throws Exception {
    handler =
        exchange -> {
          exchange.getResponseHeaders().add("SC-Request-Id", "r-1");
          exchange.getResponseHeaders().add("CamelFileName", "evil");
          StubApi.send(exchange, 200, "{\"a\":1}");
        };
    Exchange answer = stage.answer("vehicles/1");
    StubApi.Request request = stage.api.requests().get(0);
    assertEquals("GET /v2.0/vehicles/1?page%5Bsize%5D=200", request.method() + ' ' + request.uri());
    assertEquals("Bearer secret", request.header("Authorization"));
    assertEquals("application/json", request.header("Content-Type"));
    assertNull(request.header("CamelSomething"));
    assertEquals(200, answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    assertEquals("r-1", answer.getMessage().getHeader("sc-request-id"));
    assertNull(answer.getMessage().getHeader("CamelFileName"));
    assertEquals("{\"a\":1}", AsyncHttpStage.text(answer));
  }

  @ParameterizedTest
  @CsvSource({"302", "401", "429", "500", "204"})
  void shouldHandOnEveryStatusAndFollowNoRedirect(int status) throws Exception {
    handler =
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.getResponseHeaders().add("Set-Cookie", "a=b");
          StubApi.send(exchange, status, "");
        };
    assertEquals(status, stage.answer("x").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    stage.answer("x");
    assertEquals(2, stage.api.requests().size());
    assertNull(stage.api.requests().get(1).header("Cookie"));
  }

  @Test
  void shouldCutAnAnswerThatIsTooLarge() throws Exception {
    handler = AsyncHttpTest::sendTooMuch;
    assertInstanceOf(TooLargeException.class, stage.answer("x").getException());
  }

  private static void sendTooMuch(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(" ".repeat(16_384).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void shouldNotWaitLongerThanTheDeadline() throws Exception {
    stop();
    stage = new AsyncHttpStage(asked -> stage.silent(), Duration.ofMillis(200));
    assertEquals("no answer within 0.2 s", stage.answer("x").getException().getMessage());
  }

  @Test
  void shouldEndAnAnswerThatDripsForLongerThanTheDeadline() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          stage.silent();
        };
    CompletableFuture<Exchange> asked = stage.ask("x");
    await().until(() -> stage.api.requests().size() == 1);
    stage.clock.set("2026-11-20T08:15:31Z");
    stage.client.cancelOverdue(stage.clock.instant());
    String why = asked.get(10, TimeUnit.SECONDS).getException().getMessage();
    assertEquals("the answer took longer than 30 s", why);
  }

  @Test
  void shouldEndAllCallsWhenItStopsAndMakeNoMore() throws Exception {
    handler = exchange -> stage.silent();
    CompletableFuture<Exchange> asked = stage.ask("x");
    await().until(() -> stage.api.requests().size() == 1);
    stage.client.stop();
    assertEquals("stopping", asked.get(10, TimeUnit.SECONDS).getException().getMessage());
    assertEquals("stopping", stage.answer("x").getException().getMessage());
  }

  @Test
  void shouldSayThatNobodyListens() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      Exchange answer =
          stage.template.send("evcharging-http:http://127.0.0.1:" + port, asking -> {});
      assertInstanceOf(IOException.class, answer.getException());
    }
  }

  @Test
  void shouldRepeatNothingByItself() throws Exception {
    handler = HttpExchange::close;
    assertInstanceOf(IOException.class, stage.answer("x").getException());
    assertEquals(1, stage.api.requests().size());
  }

  @Test
  void shouldWaitForManyAnswersWithFewThreads() throws Exception {
    handler =
        exchange -> {
          stage.silent();
          StubApi.send(exchange, 200, "{}");
        };
    List<CompletableFuture<Exchange>> asked =
        IntStream.range(0, AsyncHttpStage.CONNECTIONS).mapToObj(i -> stage.ask("x/" + i)).toList();
    await().until(() -> stage.api.requests().size() == AsyncHttpStage.CONNECTIONS);
    assertTrue(clientThreads() <= 6, () -> clientThreads() + " threads");
    stage.speak();
    CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
  }

  /** Two of the client, four that go on. */
  private static long clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            it -> it.getName().contains("evcharging-http") || it.getName().contains("httpclient"))
        .count();
  }
}
