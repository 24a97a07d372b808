package io.evcharging.command;

import static io.evcharging.command.CommandingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.Confirmation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without Camel: times of observations, of commands and of the audit's files. */
class CommandingTest {

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
  void shouldGoByTheTimeOfTheFieldItself() throws IOException {
    String id = commands.send().commandId();

    commands.observe(NOW.plusSeconds(30), NOW.minusSeconds(1), NOW.plusSeconds(31));
    assertEquals(Confirmation.PENDING, commands.confirmation(id));
    commands.observe(NOW.minusSeconds(30), NOW.plusSeconds(1), NOW.plusSeconds(31));
    assertEquals(Confirmation.Status.CONFIRMED, commands.confirmation(id).status());
    assertEquals(NOW.plusSeconds(1), commands.confirmation(id).observedAt());
  }

  @Test
  void shouldGoByTheTimeOfReceivingWhereThereIsNoOther() throws IOException {
    String id = commands.send().commandId();

    commands.observe(null, null, NOW.plusSeconds(2));
    assertEquals(NOW.plusSeconds(2), commands.confirmation(id).observedAt());
  }

  @Test
  void shouldNotCountWhatWasNotSent() throws IOException {
    commands.oem = () -> Actuated.of(CommandOutcome.REJECTED, "Nothing was sent.", null);
    assertEquals(CommandOutcome.REJECTED, commands.send().outcome());
    commands.oem = CommandingFixture::accepts;
    assertEquals(CommandOutcome.ACCEPTED, commands.send().outcome());
    assertEquals(CommandOutcome.RATE_LIMITED, commands.send().outcome());
  }

  @Test
  void shouldKeepTheAuditToItsOwner() throws IOException {
    commands.send();

    Path file = directory.resolve("audit/commands-2026-11.ndjson");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    commands.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    commands.send();
    // The first one's confirmation ends, the second is asked for and answered.
    assertEquals(3, Files.readAllLines(directory.resolve("audit/commands-2026-12.ndjson")).size());
  }
}
