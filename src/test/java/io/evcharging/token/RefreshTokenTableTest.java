package io.evcharging.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTokenTableTest {

  private static final String USER = "user-1";
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final RefreshTokens FIRST =
      RefreshTokens.NONE.rotated("seed", "second", "access", NOW, NOW.plusSeconds(7200));

  @TempDir Path data;
  private final SimulatorClock clock = SimulatorClock.at(NOW.toString());
  private State state;
  private Nodes one;
  private Nodes other;

  @BeforeEach
  void open() {
    state = State.open(TestPostgres.config(), data);
    one = new Nodes(state, "one");
    other = new Nodes(state, "other");
    one.beat();
    other.beat();
  }

  @AfterEach
  void close() {
    state.close();
  }

  private RefreshTokenTable on(Nodes node) {
    return new RefreshTokenTable(state, node, Duration.ofMillis(300), clock);
  }

  @Test
  void shouldRememberForAllNodes() throws IOException {
    on(one).write(USER, FIRST);
    assertEquals(FIRST, on(other).read(USER));
    assertEquals(Set.of(USER), on(other).users());
    assertEquals(RefreshTokens.NONE, on(other).read("nobody"));
  }

  @Test
  void shouldKeepTheNewerOfTwoStates() throws IOException {
    RefreshTokens second = FIRST.rotated("second", "third", "access", NOW, NOW.plusSeconds(60));
    on(one).write(USER, second);
    on(other).write(USER, FIRST);
    assertEquals(second, on(one).read(USER));
  }

  @Test
  void shouldLetOneNodeAtATimeTradeUntilItDies() throws IOException {
    on(one)
        .exclusively(
            USER,
            () -> {
              assertThrows(IOException.class, () -> on(other).exclusively(USER, () -> true));
              one.leave(); // as when it is dead
              assertTrue(on(other).<Boolean, IOException>exclusively(USER, () -> true));
              return true;
            });
  }

  @Test
  void shouldSeeWhoHasAskedWithoutAnAnswer() throws IOException {
    on(one).write(USER, FIRST.asking(NOW));
    assertFalse(on(other).isAbandoned(USER), "it may be on its way");
    clock.advance(Duration.ofSeconds(6));
    assertTrue(on(other).isAbandoned(USER));
    on(one).write(USER, FIRST.asking(NOW).answered());
    assertFalse(on(other).isAbandoned(USER));
  }

  @Test
  void shouldAdoptWhatOneProcessHasKept() throws IOException {
    RefreshTokenFiles files = new RefreshTokenFiles(data.resolve("tokens"), Duration.ofSeconds(1));
    files.write(USER, FIRST);
    files.write("user-2", FIRST);
    RefreshTokens newer = FIRST.asking(NOW);
    on(one).write("user-2", newer);
    on(one).adopt(files);
    assertEquals(FIRST, on(other).read(USER));
    assertEquals(newer, on(other).read("user-2"));
  }
}
