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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AsyncHttpTest {

  private static final int CALLS = 200;

  private final CountDownLatch released = new CountDownLatch(1);
  private volatile HttpHandler handler = exchange -> StubApi.send(exchange, 200, "{}");
  private final SetClock clock = new SetClock();
  private StubApi api;
  private AsyncHttpClient client;
  private DefaultCamelContext context;
  private ProducerTemplate template;

  @BeforeEach
  void start() throws Exception {
    api = StubApi.answering(exchange -> handler.handle(exchange));
    begin(Duration.ofSeconds(30));
  }

  private void begin(Duration deadline) {
    HttpBounds bounds = new HttpBounds(4096, Duration.ofSeconds(5), deadline, CALLS);
    client = new AsyncHttpClient(bounds, null, clock);
    context = new DefaultCamelContext();
    context.addComponent("evcharging-http", new AsyncHttpComponent(context, client, 4));
    context.start();
    template = context.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    released.countDown();
    template.stop();
    context.stop();
    client.close();
    api.close();
  }

  private CompletableFuture<Exchange> ask(String path) {
    return template.asyncSend(
        "evcharging-http:" + api.origin() + "/v2.0",
        asking -> {
          asking.getMessage().setHeader(Exchange.HTTP_PATH, path);
          asking.getMessage().setHeader(Exchange.HTTP_QUERY, "page%5Bsize%5D=200");
          asking.getMessage().setHeader("Authorization", "Bearer secret");
          asking.getMessage().setHeader("CamelSomething", "inner");
        });
  }

  private Exchange answer(String path) throws Exception {
    return ask(path).get(30, TimeUnit.SECONDS);
  }

  @Test
  void shouldSendWhatTheMessageNamesAndReadTheAnswer() throws Exception {
    handler =
        exchange -> {
          exchange.getResponseHeaders().add("SC-Request-Id", "r-1");
          exchange.getResponseHeaders().add("CamelFileName", "evil");
          StubApi.send(exchange, 200, "{\"a\":1}");
        };
    Exchange answer = answer("vehicles/1");
    StubApi.Request request = api.requests().get(0);
    assertEquals("GET /v2.0/vehicles/1?page%5Bsize%5D=200", request.method() + ' ' + request.uri());
    assertEquals("Bearer secret", request.header("Authorization"));
    assertEquals("application/json", request.header("Content-Type"));
    assertNull(request.header("CamelSomething"));
    assertEquals(200, answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    assertEquals("r-1", answer.getMessage().getHeader("sc-request-id"));
    assertNull(answer.getMessage().getHeader("CamelFileName"));
    assertEquals("{\"a\":1}", text(answer));
  }

  private static String text(Exchange answer) {
    return new String((byte[]) answer.getMessage().getBody(), StandardCharsets.UTF_8);
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
    assertEquals(status, answer("x").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    answer("x");
    assertEquals(2, api.requests().size());
    assertNull(api.requests().get(1).header("Cookie"));
  }

  @Test
  void shouldCutAnAnswerThatIsTooLarge() throws Exception {
    handler = AsyncHttpTest::sendTooMuch;
    assertInstanceOf(TooLargeException.class, answer("x").getException());
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
    api = StubApi.answering(this::silent);
    begin(Duration.ofMillis(200));
    assertInstanceOf(IOException.class, answer("x").getException());
  }

  private void silent(HttpExchange exchange) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldEndAnAnswerThatDripsForLongerThanTheDeadline() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          silent(exchange);
        };
    CompletableFuture<Exchange> asked = ask("x");
    await().until(() -> api.requests().size() == 1);
    clock.now = clock.now.plusSeconds(31);
    client.cancelOverdue();
    String why = asked.get(10, TimeUnit.SECONDS).getException().getMessage();
    assertEquals("the answer took longer than 30 s", why);
  }

  @Test
  void shouldEndAllCallsWhenItStopsAndMakeNoMore() throws Exception {
    handler = this::silent;
    CompletableFuture<Exchange> asked = ask("x");
    await().until(() -> api.requests().size() == 1);
    client.stop();
    assertEquals("stopping", asked.get(10, TimeUnit.SECONDS).getException().getMessage());
    assertEquals("stopping", answer("x").getException().getMessage());
  }

  @Test
  void shouldSayThatNobodyListens() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      Exchange answer = template.send("evcharging-http:http://127.0.0.1:" + port, asking -> {});
      assertInstanceOf(IOException.class, answer.getException());
    }
  }

  @Test
  void shouldRepeatNothingByItself() throws Exception {
    handler = HttpExchange::close;
    assertInstanceOf(IOException.class, answer("x").getException());
    assertEquals(1, api.requests().size());
  }

  @Test
  void shouldWaitForManyAnswersWithFewThreads() throws Exception {
    handler =
        exchange -> {
          silent(exchange);
          StubApi.send(exchange, 200, "{}");
        };
    List<CompletableFuture<Exchange>> asked =
        IntStream.range(0, CALLS).mapToObj(i -> ask("x/" + i)).toList();
    await().until(() -> api.requests().size() == CALLS);
    assertTrue(clientThreads() <= 6, () -> clientThreads() + " threads");
    released.countDown();
    CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
  }

  /** Two of the client, four that go on. */
  private static long clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            it -> it.getName().contains("evcharging-http") || it.getName().contains("httpclient"))
        .count();
  }

  private static final class SetClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-20T08:15:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
