package io.evcharging.poll;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Suspensions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * One host and one stand-in of the source API for all tests of a class; both behave as the test
 * says.
 */
abstract class PollFixture {

  static final String TESLA = "{\"state\":\"CHARGING\"}";
  static final String PAGE =
      """
      {"data":[{"id":"%1$s","attributes":{"code":"%1$s","body":{"value":1}}}],"links":{%2$s}}""";

  @TempDir static Path directory;
  static volatile HttpHandler answer = exchange -> StubApi.send(exchange, 500, "");
  static StubApi api;
  static TestContext context;
  Map<PollOutcome, Long> before;

  /** With which client: {@code async}, unless the class is tagged with the other one. */
  static String client = "async";

  @BeforeAll
  static void start(TestInfo info) throws Exception {
    client = info.getTags().stream().findFirst().orElse("async");
    api = StubApi.answering(exchange -> answer.handle(exchange));
    context =
        TestContext.in(directory)
            .withApi(api.origin())
            .withSink("host", "mock:host")
            .with("evcharging.deliver.repeat-unchanged", "true")
            .with("evcharging.poll.client", client)
            .with("evcharging.poll.max-pages", "3")
            .with("evcharging.smartcar.max-answer-bytes", "4096")
            .with("evcharging.smartcar.response-timeout", "500ms")
            .start();
  }

  @AfterAll
  static void stop() {
    context.close();
    api.close();
  }

  @BeforeEach
  void forget() {
    Suspensions suspensions = context.bean("evchargingSuspensions", Suspensions.class);
    suspensions.list().forEach(each -> suspensions.resume(each.vehicleId(), null));
    host().reset();
    api.requests().clear();
    before = outcomes();
  }

  static void answer(int status, String body) {
    answer = exchange -> StubApi.send(exchange, status, body);
  }

  static void answer(HttpHandler handler) {
    answer = handler;
  }

  static MockEndpoint host() {
    return context.camel().getEndpoint("mock:host", MockEndpoint.class);
  }

  static Exchange awaitOne() {
    await().until(() -> host().getReceivedCounter() == 1);
    return host().getReceivedExchanges().get(0);
  }

  static Map<PollOutcome, Long> outcomes() {
    return context.bean("evchargingPollOutcomes", PollOutcomes.class).totals();
  }

  void assertOutcome(PollOutcome outcome) {
    assertOutcome(outcome, 1);
  }

  /** These polls ended so, and no other has ended. */
  void assertOutcome(PollOutcome outcome, long polls) {
    Map<PollOutcome, Long> expected = new TreeMap<>(before);
    expected.merge(outcome, polls, Long::sum);
    assertEquals(expected, outcomes());
  }

  static List<String> uris() {
    return api.requests().stream().map(StubApi.Request::uri).toList();
  }
}
