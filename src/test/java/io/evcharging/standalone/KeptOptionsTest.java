package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class KeptOptionsTest {

  @Command
  static final class Any {
    @Mixin private final KeptOptions kept = new KeptOptions();
  }

  private static KeptOptions parsed(String... args) {
    Any any = new Any();
    new CommandLine(any).parseArgs(args);
    return any.kept;
  }

  @Test
  void shouldMeanWhatWasReceivedInBetween() {
    var selection = parsed("--from", "2026-11-20", "--to", "2026-11-20T08:15:00Z").selection();
    assertEquals(Instant.parse("2026-11-20T00:00:00Z"), selection.from());
    assertEquals(Instant.parse("2026-11-20T08:15:00Z"), selection.to());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21,2026-11-20", "2026-11-21,2026-11-21", "2999-01-01,"})
  void shouldRefuseATimeInWhichNothingCanBe(String from, String to) {
    KeptOptions options = to == null ? parsed("--from", from) : parsed("--from", from, "--to", to);
    StartException refused = assertThrows(StartException.class, options::selection);
    assertEquals(EvCharging.FAULTY, refused.exitCode());
    assertTrue(refused.getMessage().contains("is not before --to"), refused::getMessage);
  }
}
