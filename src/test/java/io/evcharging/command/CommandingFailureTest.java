package io.evcharging.command;

import static io.evcharging.command.CommandingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.Confirmation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without Camel: a disk, sinks and a process that fail. */
class CommandingFailureTest {

  @TempDir private Path directory;
  private CommandingFixture commands;

  @BeforeEach
  void open() throws IOException {
    commands = new CommandingFixture(directory);
  }

  @AfterEach
  void close() throws IOException {
    commands.close();
  }

  @Test
  void shouldCallNobodyWhenTheAuditCannotBeWritten() throws IOException {
    commands.loseTheAudit();

    assertEquals(
        CommandOutcome.REJECTED,
        assertThrows(UnrecordedCommandException.class, commands::send).outcome());
    assertEquals(List.of(), commands.sent);
    commands.haveTheAuditAgain();
    assertEquals(CommandOutcome.ACCEPTED, commands.send().outcome());
  }

  @Test
  void shouldStillWaitForTheVehicleWhenTheAuditFailsAfterTheCall() throws IOException {
    commands.oem =
        () -> {
          commands.loseTheAudit();
          return CommandingFixture.accepts();
        };
    UnrecordedCommandException failed =
        assertThrows(UnrecordedCommandException.class, commands::send);
    assertEquals(CommandOutcome.UNKNOWN, failed.outcome());

    commands.clock.advance(Duration.ofMinutes(1));
    assertEquals(1, commands.tick().size(), "polls that are due");
    commands.haveTheAuditAgain();
    commands.observe(NOW.plusSeconds(1), null, NOW.plusSeconds(1));
    assertEquals(Confirmation.Status.CONFIRMED, commands.confirmation(failed.commandId()).status());
    commands.tick();
    assertEquals(List.of("CONFIRMATION", "ANSWERED"), commands.changes());
  }

  @Test
  void shouldNotJudgeACommandByWhatALaterOneMayHaveSet() throws IOException {
    String first = commands.send().commandId();
    commands.clock.advance(Duration.ofSeconds(20));
    commands.oem =
        () -> {
          throw new AssertionError("the process ends here");
        };
    assertThrows(AssertionError.class, commands::send);

    commands.restart();
    assertEquals(Confirmation.Status.UNCONFIRMED, commands.confirmation(first).status());
    assertEquals(
        List.of("ASKED", "ANSWERED", "ASKED", "INTERRUPTED", "CONFIRMATION"), commands.changes());
  }

  @Test
  void shouldTellTheSinksLaterWhatTheyDidNotTake() throws IOException {
    commands.sinksFail = true;
    assertEquals(CommandOutcome.ACCEPTED, commands.send().outcome());
    commands.tick();
    assertEquals(List.of(), commands.told);
    commands.sinksFail = false;
    commands.tick();
    commands.tick();
    assertEquals(1, commands.told.size());
    assertEquals(2, commands.audit().size(), "the audit had it already");
  }
}
