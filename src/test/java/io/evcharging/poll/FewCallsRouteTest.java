package io.evcharging.poll;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.HandClock;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import io.evcharging.upstream.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls that need more calls than there are at the moment. */
class FewCallsRouteTest {

  private final HandClock clock = HandClock.at("2026-11-21T08:00:00Z");
  @TempDir private Path directory;

  /** So many calls can be made at once, none of them kept for commands; one more each minute. */
  private TestContext context(StubApi api, int calls) throws Exception {
    return TestContext.in(directory)
        .withClock(clock)
        .withApi(api.origin())
        .withSink("host", "mock:host")
        .with("evcharging.budget.application.capacity", "" + calls)
        .with("evcharging.budget.application.refill-per-minute", "1")
        .with("evcharging.budget.command-share", "0")
        .start();
  }

  /** A list of two pages. */
  private static StubApi pages() throws IOException {
    return StubApi.answering(
        exchange -> {
          boolean last = exchange.getRequestURI().getQuery().contains("number");
          String next = last ? "" : "\"next\":\"/x?page[number]=2\"";
          StubApi.send(exchange, 200, PollFixture.PAGE.formatted("charge-voltage", next));
        });
  }

  private static Map<PollOutcome, Long> outcomes(TestContext context) {
    return context.bean("evchargingPollOutcomes", PollOutcomes.class).totals();
  }

  @Test
  void shouldWaitForTheCallOfAFurtherPageAndNotBeginAnew() throws Exception {
    try (StubApi api = pages();
        TestContext context = context(api, 1)) {
      CompletableFuture<Void> poll = waiting(context, api);
      clock.advance(Duration.ofMinutes(1));
      poll.get(1, TimeUnit.MINUTES);
      assertEquals(Map.of(PollOutcome.OBSERVED, 1L), outcomes(context));
      assertEquals(2, api.requests().size());
      assertEquals(0, context.bean("evchargingPollWatch", PollWatch.class).underWay());
    }
  }

  /** A page that waits is no reason to wait at a stop. */
  @Test
  void shouldEndAPollThatWaitsWhenTheContextStops() throws Exception {
    try (StubApi api = pages()) {
      TestContext context = context(api, 1);
      CompletableFuture<Void> poll = waiting(context, api);
      PollOutcomes outcomes = context.bean("evchargingPollOutcomes", PollOutcomes.class);
      context.close();
      poll.get(1, TimeUnit.MINUTES);
      assertEquals(Map.of(PollOutcome.RETRY_LATER, 1L), outcomes.totals());
    }
  }

  /** A poll whose first page is here, and whose second one has no call. */
  private static CompletableFuture<Void> waiting(TestContext context, StubApi api) {
    CompletableFuture<Void> poll =
        CompletableFuture.runAsync(() -> context.poll("charge-signals", "vw-1"));
    await()
        .during(Duration.ofMillis(200))
        .until(() -> api.requests().size() == 1 && !poll.isDone());
    return poll;
  }

  /** It has asked, so it is no poll that was held back, and does not begin again at once. */
  @Test
  void shouldFailWhereNoCallIsLeftToAskAgain() throws Exception {
    try (StubApi api = StubApi.answering(500, "");
        TestContext context = context(api, 1)) {
      context.poll("tesla-charge", "tesla-1");
      assertEquals(Map.of(PollOutcome.RETRY_LATER, 1L), outcomes(context));
      assertEquals(1, api.requests().size());
    }
  }

  @Test
  void shouldKeepACallForAPollThatWaitsForOne() throws Exception {
    try (StubApi api = StubApi.answering(500, "");
        TestContext context = context(api, 3)) {
      Budget budget = context.bean("evchargingBudget", Budget.class);
      budget.owe(1);
      assertEquals(2, budget.availableForPolls());
      assertTrue(budget.takeForPoll("tesla-1"), "by whoever waits");
      budget.owe(-1);
      assertEquals(2, budget.availableForPolls());
    }
  }
}
