package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBoardTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:05Z");
  private static final Clock STANDING = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Path directory;
  private final StringWriter out = new StringWriter();

  DemoBoardTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldPrintAnObservationWhenAllSinksHaveIt() {
    DemoBoard board = board(STANDING);
    board.arrived("rest", observation("1"));
    assertEquals("", out.toString());
    board.arrived("file", observation("1"));
    assertTrue(out.toString().strip().endsWith(" -> file rest"), out::toString);
  }

  @Test
  void shouldPrintWithFewerSinksWhatIsLate() {
    DemoBoard board = board(moving(Duration.ofSeconds(6)));
    board.arrived("file", observation("1"));
    board.printLate();
    assertTrue(out.toString().strip().endsWith(" -> file"), out::toString);
  }

  @Test
  void shouldSumUpWithoutWhatWasUndeliveredBefore() throws IOException {
    Files.createDirectory(directory.resolve("rest"));
    Files.createFile(directory.resolve("rest/before.json"));
    DemoBoard board = board(STANDING);
    board.arrived("file", observation("1"));
    board.arrived("file", observation("2"));
    Files.createFile(directory.resolve("rest/now.json"));
    board.printSummary("So far");
    assertEquals("So far: file 2, rest 0; undelivered 1", out.toString().strip());
  }

  @Test
  void shouldWaitForTheSinksToBeEqualButNotForEver() throws InterruptedException {
    DemoBoard board = board(moving(Duration.ofMillis(400)));
    board.arrived("file", observation("1"));
    assertTrue(!board.awaitEqual(Duration.ofMillis(500)));
    board.arrived("rest", observation("1"));
    assertTrue(board.awaitEqual(Duration.ofDays(1)));
  }

  private DemoBoard board(InstantSource clock) {
    return new DemoBoard(List.of("file", "rest"), directory, clock, new PrintWriter(out));
  }

  /** Moves on whenever it is looked at. */
  private static InstantSource moving(Duration step) {
    Instant[] now = {NOW};
    return () -> now[0] = now[0].plus(step);
  }

  private static byte[] observation(String id) {
    return """
        {"id":"%s","vehicle":{"id":"veh-1","brand":"TESLA"},"status":{"state":"CHARGING"}}"""
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }
}
