package io.evcharging.state;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

  private static final String HISTORY = "evcharging_schema_history";

  @TempDir Path data;

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
    inHistory("update \"%s\" set \"success\" = false where \"version\" = '10'");
    assertThrows(StateException.class, () -> State.open(data));
  }

  @Test
  void shouldLetFlywayApplyWhatIsMissing() {
    inHistory("delete from \"%s\" where \"version\" = '2'");
    assertThrows(StateException.class, () -> State.open(data));
  }

  private void inHistory(String change) {
    try (State state = State.open(data)) {
      state.jdbi().useHandle(handle -> handle.execute(change.formatted(HISTORY)));
    }
  }
}
