package io.evcharging.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.operate.TokensCondition;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.state.AtomicFile;
import io.evcharging.testing.Logged;
import io.evcharging.token.TokenServer.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RotatingTokensTest extends ApplicationFixture {

  private static final Duration MINUTE = Duration.ofMinutes(1);

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
    assertTrue(dead.toString().contains("connect the vehicle again"), dead::toString);
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
  void shouldNameTheOwnerWhoHasNoRefreshToken() {
    try (Logged log = Logged.by(RenewedToken.class)) {
      assertThrows(
          StopAndReportException.class, () -> application.tokens().get(ApiGeneration.V2, "user-2"));
      String line = log.lines().get(0);
      assertTrue(
          line.startsWith("WARN token not renewed for v2 userId=user-2 reason=\"there is no"),
          line);
      String reason = new TokensCondition(application.tokens()).read().reason();
      assertTrue(reason.startsWith("v2 userId=user-2, accounts without a good token 1: "), reason);
    }
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
  void shouldNeverAgainUseATokenThatWasRefusedThoughTheDiskHasIt() {
    AccessToken refused = application.get();
    application.server.fail(Fault.NO_SUCH_CLIENT);
    assertThrows(StopAndReportException.class, () -> application.tokens().renew(refused));
    application.later(Duration.ofMinutes(2));
    assertNotEquals(refused.authorization(), application.get().authorization());
  }
}
