package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSinkUriTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"http://h/in", "https://h/in?token=a&b=RAW(c&d)", "http:h/in"})
  void shouldBoundWhatSaysNothing(String uri) throws Exception {
    try (TestContext context = context().start()) {
      HttpEndpoint endpoint = endpoint(context, uri);
      assertEquals(30_000, endpoint.getConnectTimeout());
      assertEquals(30_000, endpoint.getConnectionRequestTimeout());
      assertEquals(30_000, endpoint.getResponseTimeout());
      assertSame(
          context.bean("evchargingHttpBound", HttpClientConfigurer.class),
          endpoint.getHttpClientConfigurer());
      HttpEndpoint plain = context.camel().getEndpoint(uri, HttpEndpoint.class);
      assertEquals(plain.getHttpUri(), endpoint.getHttpUri(), "what is asked for is the same");
    }
  }

  @Test
  void shouldLeaveWhatTheUriSays() throws Exception {
    try (TestContext context = context().start()) {
      HttpClientConfigurer mine = client -> {};
      context.camel().getRegistry().bind("mine", mine);
      HttpEndpoint endpoint =
          endpoint(
              context,
              "http://h/in?responseTimeout=90000&connectTimeout=5&httpClientConfigurer=#mine"
                  + "&ignoreResponseBody=false");
      assertEquals(90_000, endpoint.getResponseTimeout());
      assertEquals(5, endpoint.getConnectTimeout());
      assertEquals(30_000, endpoint.getConnectionRequestTimeout());
      assertSame(mine, endpoint.getHttpClientConfigurer());
      assertEquals(false, endpoint.isIgnoreResponseBody());
    }
  }

  @Test
  void shouldLeaveWhatTheComponentSays() throws Exception {
    HttpClientConfigurer mine = client -> {};
    try (TestContext context = context()) {
      HttpComponent http = new HttpComponent();
      http.setResponseTimeout(7000);
      http.setHttpClientConfigurer(mine);
      context.camel().addComponent("http", http);
      HttpEndpoint endpoint = endpoint(context.start(), "http://h/in");
      assertEquals(7000, endpoint.getResponseTimeout());
      assertEquals(30_000, endpoint.getConnectTimeout());
      assertSame(mine, endpoint.getHttpClientConfigurer());
    }
  }

  @Test
  void shouldLetHttpClientRepeatWhereTheUriSaysSo() throws Exception {
    try (StubApi api = StubApi.answering(HttpSinkUriTest::busyAtFirst);
        TestContext context = TestContext.in(directory)) {
      context
          .camel()
          .getRegistry()
          .bind("mine", new DefaultHttpRequestRetryStrategy(2, TimeValue.ofMilliseconds(1)));
      context.withSink("mine", api.origin() + "?httpClient.retryStrategy=#mine").start();
      Observations.send(context.camel(), 1);
      Awaitility.await().until(() -> api.requests().size() == 2);
      SinkStates states = context.bean("evchargingSinkStates", SinkStates.class);
      assertTrue(states.of("mine").reason().isEmpty(), "nobody has told us");
    }
  }

  private static void busyAtFirst(HttpExchange exchange) throws IOException {
    boolean again = exchange.getHttpContext().getAttributes().put("asked", true) != null;
    StubApi.send(exchange, again ? 204 : 503, "");
  }

  @Test
  void shouldLeaveOtherUrisAlone() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      for (String uri : new String[] {"direct:a", "file:data?fileName=http:x", "netty-http:h"}) {
        assertEquals(uri, HttpSinkUri.of(context, uri));
      }
    }
  }

  private TestContext context() throws Exception {
    return TestContext.in(directory).withSink("other", "direct:other");
  }

  private static HttpEndpoint endpoint(TestContext context, String uri) {
    return assertInstanceOf(
        HttpEndpoint.class, context.camel().getEndpoint(HttpSinkUri.of(context.camel(), uri)));
  }
}
