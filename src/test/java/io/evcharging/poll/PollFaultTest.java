package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.evcharging.source.ChargeSource;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Planning;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollFaultTest extends PollFixture {

  /** Two retries at most, and only where they may help. */
  @ParameterizedTest
  @CsvSource({
    "400,STOPPED,1",
    "401,STOPPED,1",
    "404,STOPPED,1",
    "409,VEHICLE_STATE,1",
    "500,RETRY_LATER,3",
    "502,RETRY_LATER,3",
    "503,RETRY_LATER,3"
  })
  void shouldEndARefusedPollAsOneOutcome(int status, PollOutcome outcome, int calls)
      throws Exception {
    answer(status, "{\"type\":\"T\",\"code\":\"C\"}");
    context.poll("tesla-charge", "tesla-1");
    assertEquals(calls, api.requests().size());
    assertOutcome(outcome);
  }

  @ParameterizedTest
  @CsvSource({"403,0,0", "430,0,0", "501,0,1"})
  void shouldLeaveAloneWhoRefusedForGood(int status, int sameSource, int otherSource)
      throws Exception {
    answer(status, "{}");
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.STOPPED);
    api.requests().clear();
    before = outcomes();
    answer(200, TESLA);
    context.poll("tesla-charge", "tesla-1");
    assertEquals(sameSource, api.requests().size());
    assertOutcome(PollOutcome.SUSPENDED);
    answer(404, "{}");
    context.poll("charge-voltage", "tesla-1");
    assertEquals(otherSource, api.requests().size());
  }

  @Test
  void shouldLeaveEverybodyAloneWhenTheApplicationsLimitIsExceeded() throws Exception {
    answer(429, "{\"type\":\"RATE_LIMIT\",\"code\":\"SMARTCAR_API\"}");
    context.poll("tesla-charge", "tesla-1");
    context.poll("audi-charge", "audi-1");
    assertEquals(1, api.requests().size());
  }

  @Test
  void shouldKeepThePagesItHasWhenOneIsAskedForAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    answer(
        exchange -> {
          int call = calls.incrementAndGet();
          String next = call == 1 ? "\"next\":\"/x?page[number]=2\"" : "";
          StubApi.send(exchange, call == 2 ? 502 : 200, PAGE.formatted("charge-voltage", next));
        });
    context.poll("charge-signals", "vw-1");
    assertEquals(3, api.requests().size());
    assertEquals(uris().get(1), uris().get(2));
    assertOutcome(PollOutcome.OBSERVED);
  }

  @Test
  void shouldNotTryAgainWhenTheNextPollIsDue() throws Exception {
    answer(500, "{}");
    long justNow = System.currentTimeMillis() - 1;
    context.send(
        "{\"source\":\"tesla-charge\",\"vehicleId\":\"tesla-1\",\"nextPoll\":" + justNow + "}");
    assertEquals(1, api.requests().size());
    assertOutcome(PollOutcome.RETRY_LATER);
  }

  @Test
  void shouldSayWhatTheOwnerMustDo() throws Exception {
    answer(
        400,
        "{\"type\":\"CONNECTED_SERVICES_ACCOUNT\",\"code\":\"AUTHENTICATION_FAILED\","
            + "\"resolution\":{\"type\":\"REAUTHENTICATE\",\"url\":\"https://user:pass@x\"}}");
    context.poll("tesla-charge", "tesla-1");
    assertEquals(
        List.of(
            "HTTP 400 CONNECTED_SERVICES_ACCOUNT/AUTHENTICATION_FAILED, resolution REAUTHENTICATE"),
        context.bean("evchargingSuspensions", Suspensions.class).list().stream()
            .map(Suspension::reason)
            .toList());
  }

  @Test
  void shouldNotAskWhoHasNotAnsweredYet() {
    context.bean("evchargingPlan", Planning.class).tick(ChargeSource.TESLA_CHARGE);
    String request =
        "{\"source\":\"tesla-charge\",\"vehicleId\":\"tesla-1\",\"nextPoll\":%d}"
            .formatted(System.currentTimeMillis() + 60_000);
    answer(
        exchange -> {
          context.send(request);
          StubApi.send(exchange, 200, TESLA);
        });
    context.send(request);
    assertEquals(1, api.requests().size());
    before.merge(PollOutcome.UNDER_WAY, 1L, Long::sum);
    assertOutcome(PollOutcome.OBSERVED);
  }

  @Test
  void shouldNotAskForWhatHasWaitedForTooLong() throws Exception {
    answer(200, TESLA);
    context.send("{\"source\":\"tesla-charge\",\"vehicleId\":\"tesla-1\",\"nextPoll\":1}");
    assertEquals(List.of(), uris());
    assertOutcome(PollOutcome.EXPIRED);
  }

  @Test
  void shouldHoldBackWhatTheBudgetDoesNotAllowAndMakeNoRetryWithoutIt() throws Exception {
    try (TestContext other =
        TestContext.in(Files.createDirectory(directory.resolve("poor")))
            .with("evcharging.poll.client", client)
            .withApi(api.origin())
            .with("evcharging.budget.application.capacity", "2")
            .with("evcharging.budget.application.refill-per-minute", "1")
            .withSink("host", "mock:host")
            .start()) {
      answer(500, "{}");
      other.poll("tesla-charge", "tesla-1");
      other.poll("audi-charge", "audi-1");
      assertEquals(2, api.requests().size());
      assertEquals(
          Map.of(PollOutcome.RETRY_LATER, 1L, PollOutcome.HELD, 1L),
          other.bean("evchargingPollOutcomes", PollOutcomes.class).totals());
    }
  }

  /** Long before its call would end by itself; its slot and its vehicle are free at once. */
  @Test
  @Timeout(60)
  void shouldCancelAndCountAPollThatHangs() throws Exception {
    try (TestContext other =
        TestContext.in(Files.createDirectory(directory.resolve("hanging")))
            .with("evcharging.poll.client", client)
            .withApi(api.origin())
            .with("evcharging.poll.deadline", "3s")
            .with("evcharging.poll.concurrency", "1")
            .with("evcharging.smartcar.response-timeout", "10m")
            .withSink("host", "mock:host")
            .start()) {
      answer(exchange -> silent());
      other.poll("tesla-charge", "tesla-1");
      answer(200, TESLA);
      other.poll("tesla-charge", "tesla-1");
      assertEquals(
          Map.of(PollOutcome.EXPIRED, 1L, PollOutcome.OBSERVED, 1L),
          other.bean("evchargingPollOutcomes", PollOutcomes.class).totals());
    }
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
    assertEquals(1, api.requests().size(), "the same would come again");
    assertOutcome(PollOutcome.UNREADABLE);
  }

  private static void sendTooMuch(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(" ".repeat(16_384).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void shouldNotWaitLongerThanTheTimeout() throws Exception {
    answer(exchange -> silent());
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
  }

  private static void silent() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldTakeACutConnectionForAPassingFault() throws Exception {
    answer(HttpExchange::close);
    context.poll("tesla-charge", "tesla-1");
    assertOutcome(PollOutcome.RETRY_LATER);
    assertEquals(3, api.requests().size(), "nothing but the routes' own retries");
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
