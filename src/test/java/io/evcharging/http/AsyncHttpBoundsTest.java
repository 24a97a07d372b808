package io.evcharging.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server may send, and where calls go on and end. */
@Timeout(60)
class AsyncHttpBoundsTest {

  private AsyncHttpStage stage;

  private volatile HttpHandler handler =
      exchange -> {
        if (exchange.getRequestURI().getPath().endsWith("silent")) {
          stage.silent();
        }
        StubApi.send(exchange, 200, "{}");
      };

  @BeforeEach
  void start() throws Exception {
    stage = new AsyncHttpStage(exchange -> handler.handle(exchange), Duration.ofSeconds(30));
  }

  private void answer(HttpHandler answering) {
    handler = answering;
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void shouldUnpackWhatComesPacked() throws Exception {
    answer(exchange -> sendPacked(exchange, "{\"a\":1}"));
    Exchange answer = stage.answer("x");
    assertEquals("gzip", stage.api.requests().get(0).header("Accept-Encoding"));
    assertEquals("{\"a\":1}", AsyncHttpStage.text(answer));
    assertNull(answer.getMessage().getHeader("Content-Encoding"));
  }

  @Test
  void shouldCutAnAnswerThatIsTooLargeWhenItIsUnpacked() throws Exception {
    answer(exchange -> sendPacked(exchange, " ".repeat(AsyncHttpStage.MAX_BYTES + 1)));
    assertInstanceOf(TooLargeException.class, stage.answer("x").getException());
  }

  @Test
  void shouldTakeAnAnswerAsLargeAsMayBe() throws Exception {
    answer(exchange -> sendPacked(exchange, " ".repeat(AsyncHttpStage.MAX_BYTES)));
    assertEquals(AsyncHttpStage.MAX_BYTES, AsyncHttpStage.text(stage.answer("x")).length());
  }

  private static void sendPacked(HttpExchange exchange, String body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(body.getBytes(StandardCharsets.UTF_8));
    }
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, packed.size());
    exchange.getResponseBody().write(packed.toByteArray());
    exchange.close();
  }

  @Test
  void shouldFailWhereWhatIsPackedIsTorn() throws Exception {
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          StubApi.send(exchange, 200, "no gzip");
        });
    assertInstanceOf(IOException.class, stage.answer("x").getException());
  }

  @Test
  void shouldTakeNoHeaderWithoutEnd() throws Exception {
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("X-Long", "x".repeat(20_000));
          StubApi.send(exchange, 200, "{}");
        });
    assertInstanceOf(IOException.class, stage.answer("x").getException());
  }

  @Test
  void shouldTakeNoHeadersWithoutEnd() throws Exception {
    answer(
        exchange -> {
          for (int i = 0; i < 300; i++) {
            exchange.getResponseHeaders().add("X-" + i, "x");
          }
          StubApi.send(exchange, 200, "{}");
        });
    assertInstanceOf(IOException.class, stage.answer("x").getException());
  }

  @Test
  void shouldGoThroughTheProxy() throws Exception {
    try (StubApi proxy = StubApi.answering(200, "proxied")) {
      HttpHost host = HttpHost.create(proxy.origin());
      stop();
      stage =
          new AsyncHttpStage(
              exchange -> StubApi.send(exchange, 200, "direct"),
              Duration.ofSeconds(30),
              new HttpReach(null, HttpReach.USUAL.names(), host));
      assertEquals("proxied", AsyncHttpStage.text(stage.answer("x")));
      assertTrue(stage.api.requests().isEmpty());
    }
  }

  /** Also of one that was kept, whose call HttpClient does not let anybody cancel. */
  @Test
  void shouldFreeTheConnectionOfACallThatIsCancelled() throws Exception {
    HttpBounds one = new HttpBounds(4096, Duration.ofSeconds(20), Duration.ofMinutes(10), 1);
    try (AsyncHttpClient client = new AsyncHttpClient(one, HttpReach.USUAL, Clock.systemUTC())) {
      assertEquals("200", ask(client, "good", null).get(20, SECONDS));
      CompletableFuture<String> silent = ask(client, "silent", Instant.now());
      await().until(() -> stage.api.requests().size() == 2);
      client.cancelOverdue(Instant.now().plusMillis(1));
      assertEquals("not over at its deadline", silent.get(20, SECONDS));
      assertEquals("200", ask(client, "good", null).get(20, SECONDS));
    }
  }

  private CompletableFuture<String> ask(AsyncHttpClient client, String path, @Nullable Instant by) {
    CompletableFuture<String> told = new CompletableFuture<>();
    client.call(
        new BasicHttpRequest("GET", URI.create(stage.api.origin() + "/" + path)),
        by,
        (answer, failure) ->
            told.complete(
                answer == null ? failure.getMessage() : String.valueOf(answer.head().getCode())));
    return told;
  }

  @Test
  void shouldCloseConnectionsThatNobodyUsesAndOpenOthers() throws Exception {
    stage.answer("x");
    stage.client.cancelOverdue(stage.clock.instant());
    assertEquals(200, stage.answer("x").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
  }

  @Test
  void shouldGoOnOutsideTheClientsThreads() throws Exception {
    stage.context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:x")
                .to("evcharging-http:" + stage.api.origin())
                .process(it -> it.getMessage().setBody(Thread.currentThread().getName()));
          }
        });
    Exchange answer = stage.template.send("direct:x", asking -> {});
    String thread = answer.getMessage().getBody(String.class);
    assertTrue(thread.contains("#") && thread.contains("evcharging-http"), thread);
  }

  @Test
  void shouldEndEachCallOnceWhenAllStopsInTheMiddle() throws Exception {
    answer(exchange -> stage.silent());
    List<CompletableFuture<Exchange>> asked =
        IntStream.range(0, 50).mapToObj(i -> stage.ask("x/" + i)).toList();
    await().until(() -> stage.api.requests().size() == 50);
    stage.context.getComponent("evcharging-http").stop();
    stage.client.stop();
    for (CompletableFuture<Exchange> one : asked) {
      assertEquals("stopping", one.get(10, TimeUnit.SECONDS).getException().getMessage());
    }
    assertEquals(0, stage.context.getInflightRepository().size());
  }
}
