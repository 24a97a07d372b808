package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.command.CommandChange.Kind;
import io.evcharging.testing.LogLines;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

/** What an operator reads of commands. */
class CommandLogTest {

  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

  private final LogLines lines = new LogLines();
  private final CommandLog log = new CommandLog(lines.logger());

  @Test
  void shouldSayInOneLineWhatBecameOfACommand() {
    log.write(change(Kind.ANSWERED, "ops", CommandOutcome.REJECTED, null));

    assertEquals(
        List.of(
            "command brand=TESLA vehicleId=veh-1 commandId=c-1 door=rest requestedBy=ops"
                + " outcome=rejected reason=\"Smartcar answered HTTP 403 PERMISSION.\""),
        lines.at(Level.WARN));
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWERED, ops,  ACCEPTED,        DEBUG",
    "ANSWERED, ops,  CLAMPED,         INFO",
    "ANSWERED, ops,  UNKNOWN,         WARN",
    "REFUSED,  ops,  UNKNOWN_VEHICLE, INFO",
    "REFUSED,  ops,  UNAUTHORIZED,    INFO",
    "REFUSED,  rest, UNAUTHORIZED,    DEBUG",
    "ASKED,    ops,  UNKNOWN,         DEBUG"
  })
  void shouldBeLoudWhereSomebodyMayHaveToLook(
      Kind kind, String by, CommandOutcome outcome, Level level) {
    log.write(change(kind, by, outcome, null));

    assertEquals(1, lines.at(level).size());
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, DEBUG",
    "CONFIRMED, DEBUG",
    "UNCONFIRMED, INFO",
    "CONTRADICTED, WARN",
  })
  void shouldSayWhatWasSeen(Confirmation.Status status, Level level) {
    Confirmation seen = new Confirmation(status, BigDecimal.TEN, NOW);
    log.write(change(Kind.CONFIRMATION, "ops", CommandOutcome.ACCEPTED, seen));

    String words = "command brand=TESLA vehicleId=veh-1 commandId=c-1 door=rest requestedBy=ops";
    assertEquals(
        List.of(words + " confirmation=" + status.name().toLowerCase(Locale.ROOT)),
        lines.at(level));
  }

  @Test
  void shouldLeaveOutWhatIsNotKnown() {
    log.write(new CommandChange(Kind.REFUSED, "jms", NOW, nothing()));

    assertEquals(
        List.of("command commandId=c-2 door=jms requestedBy=jms outcome=invalid reason=\"No.\""),
        lines.at(Level.INFO));
  }

  private static CommandResult nothing() {
    return new CommandResult(
        "c-2", null, null, null, null, CommandOutcome.INVALID, "No.", "jms", NOW, NOW, null, null);
  }

  private static CommandChange change(
      Kind kind, String by, CommandOutcome outcome, @Nullable Confirmation confirmation) {
    CommandResult result =
        new CommandResult(
            "c-1",
            "veh-1",
            "TESLA",
            BigDecimal.TEN,
            null,
            outcome,
            "Smartcar answered HTTP 403 PERMISSION.",
            by,
            NOW,
            NOW,
            null,
            confirmation);
    return new CommandChange(kind, "rest", NOW, result);
  }
}
