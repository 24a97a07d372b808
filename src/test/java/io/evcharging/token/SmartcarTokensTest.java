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
import io.evcharging.state.AtomicFile;
import io.evcharging.token.TokenServer.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartcarTokensTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Path seedFile;
  private Application application;

  @BeforeEach
  void begin() throws IOException {
    seedFile = Files.createFile(folder.resolve("seeds"));
    application = new Application(folder, seedFile);
  }

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
      assertTrue(refused.getMessage().endsWith("HTTP 401 invalid_client"), refused.getMessage());
      application.later(MINUTE);
    }
    assertTrue(application.server.asked.get() < 30, "" + application.server.asked);
  }

  @Test
  void shouldAskAgainAtOnceWhenAnAnswerIsLost() {
    application.server.fail(Fault.ANSWER_LOST);
    application.get();
    assertEquals(2, application.server.asked.get());
  }

  @Test
  void shouldSaveItselfWithinTheMinuteThoughNobodyAsks() {
    application.server.fail(Fault.ANSWER_LOST, Fault.NO_CONNECTION, Fault.NO_CONNECTION);
    assertThrows(WaitAndRetryException.class, application::get);
    for (int time = 0; time < 5; time++) {
      application.tokens().keep();
      application.later(Duration.ofSeconds(10));
    }
    application.later(Duration.ofDays(2));
    application.get();
    assertTrue(application.state().good());
  }

  @Test
  void shouldTradeATokenThatNobodyNeedsBeforeItDies() {
    application.get();
    for (int day = 0; day < 59; day++) {
      application.tokens().keep();
      application.later(Duration.ofDays(1));
    }
    assertEquals(2, application.server.asked.get());
  }

  @Test
  void shouldGiveUpADeadTokenUntilAPersonActs() throws IOException {
    application.server.revoke();
    StopAndReportException dead = assertThrows(StopAndReportException.class, application::get);
    assertTrue(dead.getMessage().contains("connect the vehicle again"), dead.getMessage());
    application.later(Duration.ofDays(10));
    application.tokens().keep();
    assertThrows(StopAndReportException.class, application::get);
    assertEquals(1, application.server.asked.get());
    assertTrue(application.state().permanent());
    Files.writeString(
        seedFile, "# new\n" + Application.USER + " = " + application.server.consent());
    application.get();
    assertEquals(2, application.server.asked.get());
    assertFalse(application.state().permanent());
  }

  @Test
  void shouldTryTheTokenBeforeWhenTheNewestIsDead() throws IOException {
    application.get();
    RefreshTokenFiles files = new RefreshTokenFiles(folder.resolve("tokens"), MINUTE);
    RefreshTokens known = files.read(Application.USER);
    String good = String.valueOf(known.current());
    files.write(
        Application.USER, known.rotated(good, "never-good", "x", Instant.MIN, Instant.EPOCH));
    application.restart();
    application.get();
    assertEquals(3, application.server.asked.get());
  }

  @Test
  void shouldGoOnWithWhatIsOnTheDiskAfterARestart() {
    AccessToken before = application.get();
    application.restart();
    assertEquals(before.authorization(), application.get().authorization());
    assertEquals(1, application.server.asked.get());
  }

  @Test
  void shouldNotAskTheServerWhenTheDiskTakesNothing() throws IOException {
    Files.writeString(folder.resolve("tokens"), "a file in the folder's place");
    assertThrows(WaitAndRetryException.class, application::get);
    assertEquals(0, application.server.asked.get());
    Files.delete(folder.resolve("tokens"));
    application.later(MINUTE);
    application.get();
  }

  @Test
  void shouldKeepInMemoryWhatTheDiskDidNotTakeAndUseItOnlyFromTheDisk() {
    boolean[] full = {false};
    application.restart(new FullDisk(full));
    application.server.step = () -> full[0] = true;
    application.get();
    int asked = application.server.asked.get();
    application.later(TokenServer.LIFE);
    assertThrows(WaitAndRetryException.class, application::get);
    assertEquals(asked, application.server.asked.get());
    application.server.step = () -> {};
    full[0] = false;
    application.later(MINUTE);
    application.get();
    assertTrue(application.state().good());
  }

  private static final class FullDisk extends AtomicFile {
    private final boolean[] full;

    FullDisk(boolean[] full) {
      this.full = full;
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
      if (full[0]) {
        throw new IOException("No space left on device");
      }
      super.replace(file, content);
    }
  }

  @Test
  void shouldLetNobodyElseReadTheFiles() throws IOException {
    application.get();
    try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        assertEquals("rw-------", mode(file));
      }
    }
    assertEquals("rwx------", mode(folder.resolve("tokens")));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void shouldShareTokensWithAnotherProcessOnTheSameFolder() {
    SmartcarTokens one = application.tokens();
    SmartcarTokens other = application.restart();
    AccessToken token = one.get(ApiGeneration.V2, Application.USER);
    assertEquals(
        token.authorization(), other.get(ApiGeneration.V2, Application.USER).authorization());
    assertTrue(other.renew(other.get(ApiGeneration.V2, Application.USER)));
    assertTrue(one.renew(token));
    assertEquals(2, application.server.asked.get());
  }

  @Test
  void shouldSayWhatIsMissing() {
    StopAndReportException missing =
        assertThrows(
            StopAndReportException.class,
            () -> application.tokens().get(ApiGeneration.V2, "somebody-else"));
    assertTrue(missing.getMessage().contains("v2.refresh-tokens"), missing.getMessage());
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
