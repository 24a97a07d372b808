package io.evcharging.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

  @TempDir Path data;

  @Test
  void shouldMakeTheTablesOnceAndKeepWhatIsInThem() {
    try (State state = State.open(data)) {
      state.jdbi().useHandle(handle -> handle.execute("create table kept (x int)"));
    }
    try (State state = State.open(data)) {
      int rows =
          state
              .jdbi()
              .withHandle(
                  handle -> handle.createQuery("select count(*) from kept").mapTo(int.class).one());
      assertEquals(0, rows);
    }
  }

  @Test
  void shouldNameTheFileThatCannotBeOpened() throws Exception {
    Files.createDirectories(data.resolve("state"));
    Files.writeString(data.resolve("state").resolve("evcharging.mv.db"), "not a database");

    StateException refused = assertThrows(StateException.class, () -> State.open(data));

    assertTrue(refused.toString().contains("state/evcharging"), refused::toString);
  }
}
