package io.evcharging.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

  private static final String HISTORY = "evcharging_schema_history";

  @TempDir Path data;

  @Test
  void shouldNameEveryScriptThatFlywayFinds() throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(Scripts.class.getResource(Scripts.NAMES.get(0))).toURI())
            .resolveSibling("");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          Set.copyOf(Scripts.NAMES),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".sql"))
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void shouldSeeThatFlywayHasAppliedAll() {
    try (State state = State.open(data)) {
      assertTrue(Scripts.areAllApplied(state.connections(), HISTORY));
      assertFalse(Scripts.areAllApplied(state.connections(), "no_history"));
    }
  }

  @Test
  void shouldLetFlywayRefuseAScriptThatWasChanged() {
    inHistory("update \"%s\" set \"checksum\" = 1 where \"version\" = '2'");
    assertThrows(StateException.class, () -> State.open(data));
  }

  @Test
  void shouldLetFlywayRefuseAScriptThatFailed() {
    inHistory("update \"%s\" set \"success\" = false where \"version\" = '11'");
    assertThrows(StateException.class, () -> State.open(data));
  }

  @Test
  void shouldLetFlywayApplyWhatIsMissing() {
    inHistory("delete from \"%s\" where \"version\" = '11'");
    StateException refused = assertThrows(StateException.class, () -> State.open(data));
    assertTrue(refused.toString().contains("already exists"), refused::toString);
  }

  private void inHistory(String change) {
    try (State state = State.open(data)) {
      state.jdbi().useHandle(handle -> handle.execute(change.formatted(HISTORY)));
    }
  }
}
