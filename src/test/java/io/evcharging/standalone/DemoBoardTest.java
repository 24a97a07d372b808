package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoBoardTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:05Z");
  private static final Clock STANDING = Clock.fixed(NOW, ZoneOffset.UTC);

  private final AtomicLong undelivered = new AtomicLong();
  private final StringWriter out = new StringWriter();

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
  void shouldSumUp() {
    DemoBoard board = board(STANDING);
    board.arrived("file", observation("1"));
    board.arrived("file", observation("2"));
    undelivered.set(1);
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
    return new DemoBoard(List.of("file", "rest"), undelivered::get, clock, new PrintWriter(out));
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
