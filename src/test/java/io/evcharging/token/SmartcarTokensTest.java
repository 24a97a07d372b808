package io.evcharging.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.token.TokenServer.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmartcarTokensTest extends ApplicationFixture {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void shouldRenewAheadOfTheEndAndOnlyThen() {
    AccessToken first = application.get();
    application.later(Duration.ofMinutes(113));
    assertSame(first, application.get());
    // Five minutes, and a quarter of it by chance.
    application.later(Duration.ofMinutes(1));
    assertNotSame(first, application.get());
    assertEquals(2, application.server.asked.get());
  }

  @Test
  void shouldForgetARefusalOfTheConfiguredTokenWhenItIsTakenAgain() {
    TokenAccount account = new TokenAccount(ApiGeneration.V2, null);
    StaticToken token = new StaticToken(account, "configured", Clock.systemUTC());
    assertFalse(token.renew(token.current()));
    assertFalse(token.state().good());
    token.accepted();
    assertTrue(token.state().good());
  }

  @Test
  void shouldRenewTheApplicationsTokenWithoutARefreshToken() {
    AccessToken first = application.getV3();
    application.later(TokenServer.LIFE);
    assertNotSame(first, application.getV3());
    assertEquals(2, application.server.asked.get());
    assertFalse(Files.exists(folder.resolve("tokens")));
  }

  @Test
  void shouldAskOnceForManyAtTheSameTime() throws Exception {
    CountDownLatch all = new CountDownLatch(32);
    Set<AccessToken> tokens = Set.copyOf(together(32, () -> getAfter(all)));
    assertEquals(1, tokens.size());
    assertEquals(1, application.server.asked.get());
  }

  private AccessToken getAfter(CountDownLatch all) throws InterruptedException {
    all.countDown();
    all.await();
    return application.get();
  }

  private static <T> List<T> together(int threads, Callable<T> action) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> results =
          IntStream.range(0, threads).mapToObj(i -> pool.submit(action)).toList();
      List<T> all = new ArrayList<>();
      for (Future<T> result : results) {
        all.add(result.get());
      }
      return all;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void shouldGoOnWithTheOldTokenWhileAnotherThreadRenews() throws Exception {
    AccessToken old = application.get();
    application.later(Duration.ofMinutes(116));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    application.server.slow = () -> pause(asked, answer);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<AccessToken> renewing = pool.submit(application::get);
    asked.await();
    assertSame(old, application.get());
    answer.countDown();
    assertNotSame(old, renewing.get());
    pool.shutdownNow();
  }

  private static void pause(CountDownLatch asked, CountDownLatch answer) {
    asked.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldNotWaitForEverForAnotherThreadsRenewal() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    application.server.slow = () -> pause(asked, answer);
    SmartcarTokens impatient =
        new SmartcarTokensBuilder(application.clock, () -> 0, Duration.ofMillis(10))
            .fixed(ApiGeneration.V2, "fixed")
            .clientCredentials("client", "secret", application.server)
            .build();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<AccessToken> renewing = pool.submit(() -> impatient.get(ApiGeneration.V3, null));
    asked.await();
    assertThrows(WaitAndRetryException.class, () -> impatient.get(ApiGeneration.V3, null));
    answer.countDown();
    assertSame(renewing.get(), impatient.get(ApiGeneration.V3, null));
    pool.shutdownNow();
  }

  @Test
  void shouldRenewOnceForARefusalThatManyHaveSeen() {
    AccessToken refused = application.get();
    assertTrue(application.tokens().renew(refused));
    assertTrue(application.tokens().renew(refused));
    assertNotSame(refused, application.get());
    assertEquals(2, application.server.asked.get());
  }

  @Test
  void shouldNotRenewAgainAndAgainWhatIsRefusedAllTheSame() {
    int renewed = 0;
    for (int minute = 0; minute < 60; minute++) {
      renewed += application.tokens().renew(application.get()) ? 1 : 0;
      application.later(MINUTE);
    }
    assertEquals(6, renewed); // after 0, 1, 2, 4, 8 and 16 more minutes
  }

  @Test
  void shouldLeaveTheServerAloneForAsLongAsItAsks() {
    application.server.fail(Fault.BUSY);
    WaitAndRetryException busy = assertThrows(WaitAndRetryException.class, application::get);
    assertEquals(Duration.ofSeconds(90), busy.retryAfter().orElseThrow());
    application.later(Duration.ofSeconds(89));
    assertThrows(WaitAndRetryException.class, application::get);
    assertEquals(1, application.server.asked.get());
    application.later(Duration.ofSeconds(1));
    application.get();
    assertTrue(application.state().good());
  }

  @Test
  void shouldAskEverMoreRarelyWhenTheClientIsNotKnown() {
    application.server.fail(
        IntStream.range(0, 100).mapToObj(i -> Fault.NO_SUCH_CLIENT).toArray(Fault[]::new));
    for (int minute = 0; minute < 24 * 60; minute++) {
      StopAndReportException refused = assertThrows(StopAndReportException.class, application::get);
      assertTrue(refused.toString().endsWith("HTTP 401 invalid_client"), refused::toString);
      application.later(MINUTE);
    }
    assertTrue(application.server.asked.get() < 30, "" + application.server.asked);
  }

  @Test
  void shouldSayWhatIsMissing() {
    StopAndReportException missing =
        assertThrows(
            StopAndReportException.class,
            () -> application.tokens().get(ApiGeneration.V2, "somebody-else"));
    assertTrue(missing.toString().contains("v2.refresh-tokens"), missing::toString);
    assertEquals(0, application.server.asked.get());
  }

  @Test
  void shouldShowNoSecretInAnyText() throws IOException {
    AccessToken token = application.get();
    RefreshTokens known =
        new RefreshTokenFiles(folder.resolve("tokens"), MINUTE).read(Application.USER);
    Set<String> secrets = new TreeSet<>(Set.of("secret", token.authorization().substring(7)));
    secrets.add(String.valueOf(known.current()));
    String shown =
        Stream.of(
                token, known, application.tokens().states(), new TokenReply(200, new byte[0], null))
            .map(String::valueOf)
            .collect(Collectors.joining());
    assertEquals(List.of(), secrets.stream().filter(shown::contains).toList());
  }
}
